"""Ten manners of building a page, written before the reader was."""

import json
from html import escape as e


def blocks(article, p="p", h="h2", pclass=""):
    out = []
    for kind, content in article.blocks:
        if kind == "p":
            out.append(f"<{p}{pclass}>{e(content, quote=False)}</{p}>")
        elif kind == "h2":
            out.append(f"<{h}>{e(content)}</{h}>")
        elif kind == "ul":
            out.append("<ul>\n" + "\n".join(f"<li>{e(item)}</li>" for item in content) + "\n</ul>")
        elif kind == "table":
            head, *rows = content
            out.append("<table><thead><tr>" + "".join(f"<th>{c}</th>" for c in head) + "</tr></thead><tbody>" + "".join(
                "<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</tbody></table>")
    return "\n".join(out)


def links(names, sep=" "):
    return sep.join(f'<a href="/{n.lower().replace(" ", "-")}">{n}</a>' for n in names)


def semantic(a, f):
    """A newspaper: article element, JSON-LD, figure, related aside, newsletter in the middle."""
    body = blocks(a).split("\n")
    body.insert(3, f'<aside class="newsletter-promo"><h3>Morning Briefing</h3><p>{f.newsletter()}</p><form><input type="email"><button>Sign up</button></form></aside>')
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": a.stamp(),
            "dateModified": f"{a.later(4)}T10:00:00Z", "author": [{"@type": "Person", "name": a.author}],
            "publisher": {"@type": "Organization", "name": "The Northern Courier"}}
    related = "".join(f'<li><a href="/{i}"><span>{f.headline()}</span></a><time datetime="{f.date()}">{f.date():%d %b}</time></li>' for i in range(4))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(a.title)} | The Northern Courier</title>
<meta property="og:title" content="{e(a.title)}"><script type="application/ld+json">{json.dumps(data)}</script>
<style>body{{margin:0}}</style></head><body class="article-page has-sidebar">
<header class="site-header"><a href="/">The Northern Courier</a><nav>{links(f.nav())}</nav></header>
<main><article><header><h1>{e(a.title)}</h1><p class="byline">By <a href="/a">{a.author}</a></p><time datetime="{a.stamp()}">{a.long()}</time></header>
<figure><img src="a.jpg" alt="smoke"><figcaption>Smoke over the town after a raid. Photograph: Courier</figcaption></figure>
{chr(10).join(body)}
<ul class="article-tags"><li><a href="/t">Syria</a></li><li><a href="/t">Air strikes</a></li></ul></article>
<aside><h2>Related stories</h2><ul>{related}</ul></aside></main>
<footer><p>© The Northern Courier. All rights reserved. No part of this site may be copied without leave.</p></footer></body></html>""", ["Smoke over the town after a raid. Photograph: Courier"]


def div_soup(a, f):
    """Divisions without meaning; the day is seen only."""
    return f"""<html><head><title>{e(a.title)}</title></head><body>
<div class="c1"><div class="c2">{links(f.nav(10), " | ")}</div></div>
<div class="c3"><div class="c4"><div class="c5"><div class="t1">{e(a.title)}</div><div class="t2">{a.long()}, 10:42</div>
<div class="c6">{blocks(a, p="div", h="div")}</div></div></div>
<div class="c7"><div>{f.headline()}</div><div><a href="/1">{f.teaser()}</a></div><div><a href="/2">{f.teaser()}</a></div><div><a href="/3">{f.teaser()}</a></div></div></div>
<div class="c8">{links(["Imprint", "Privacy", "Terms of use", "Advertise"])}</div></body></html>""", []


def wordpress(a, f):
    """A blog: entry-content, sharing buttons, related posts, comments longer than the text."""
    comments = "".join(
        f'<li class="comment even depth-1" id="comment-{i}"><article class="comment-body"><footer class="comment-meta"><b class="fn">{f.name()}</b> <time datetime="{f.date()}T08:00:00">{f.date():%B %d, %Y}</time></footer><div class="comment-content"><p>{f.comment()}</p><p>{f.comment()}</p></div><div class="reply"><a href="#">Reply</a></div></article></li>'
        for i in range(12))
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{e(a.title)} – Watching the War</title>
<meta property="og:site_name" content="Watching the War"><meta property="article:published_time" content="{a.stamp(6)}"><meta property="article:modified_time" content="{a.later(9)}T06:00:00+00:00">
<link rel="canonical" href="https://watching.example/{a.day:%Y/%m}/post"></head>
<body class="post-template-default single single-post comments-open">
<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Watching the War</a></p><div class="menu-main-container"><ul class="menu"><li>{links(f.nav(6), "</li><li>")}</li></ul></div></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main"><article id="post-12" class="post type-post status-publish hentry category-syria">
<header class="entry-header"><h1 class="entry-title">{e(a.title)}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="#"><time class="entry-date published" datetime="{a.stamp(6)}">{a.american()}</time></a></span> <span class="byline">by {a.author}</span></div></header>
<div class="entry-content">{blocks(a)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/1">{f.headline()}</a> {f.teaser()}</p></div></div></article>
<div id="comments" class="comments-area"><h2>12 thoughts on “{e(a.title)}”</h2><ol class="comment-list">{comments}</ol><div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/">{f.headline()}</a></li><li><a href="/">{f.headline()}</a></li></ul></section></aside></div>
<footer class="site-footer"><div class="site-info">Proudly powered by a very old blog engine.</div></footer></div></body></html>""", []


def ministry(a, f):
    """A ministry: a frame of tables, a data table in the text, meta date, no headings."""
    menu = "".join(f"<tr><td><a href='{i}.htm'>{n}</a></td></tr>" for i, n in enumerate(f.nav(9)))
    news = "".join(f"<tr><td>{f.date():%d.%m.%Y}<br><a href='n{i}.htm'>{f.headline()}</a></td></tr>" for i in range(5))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="date" content="{a.day}"><title>Ministry of Defence: {e(a.title)}</title></head>
<body bgcolor=white><table width=100% border=0><tr><td colspan=3><img src=flag.gif> <b>Ministry of Defence</b> official site</td></tr>
<tr><td width=150 valign=top><table>{menu}</table></td><td valign=top><table width=100%><tr><td class=date>{a.day:%d.%m.%Y} (14:20)</td></tr><tr><td><h1>{e(a.title)}</h1></td></tr><tr><td class=text>{blocks(a)}</td></tr><tr><td align=right><a href=print.htm>Print version</a></td></tr></table></td>
<td width=200 valign=top><table><tr><td><b>News</b></td></tr>{news}</table></td></tr>
<tr><td colspan=3 align=center>© Ministry of Defence. When using materials a link is required.</td></tr></table></body></html>""", []


def live_blog(a, f):
    """A live page: entries with times of their own, newest first, a key-points list."""
    entries, gold_blocks = [], []
    paragraphs = [c for k, c in a.blocks if k in ("p",)]
    for number in range(0, len(paragraphs), 2):
        part = paragraphs[number:number + 2]
        entries.append(f'<article class="live-entry" id="e{number}"><time datetime="{a.day}T{18 - number // 2:02d}:05:00Z">{18 - number // 2}:05</time><h2>Update from {["the front", "the ministry", "the town", "the base", "the border"][number // 2 % 5]}</h2>' + "".join(f"<p>{e(p, quote=False)}</p>" for p in part) + '<div class="share-tools"><a href="#">Share this update</a></div></article>')
        gold_blocks.append(("h2", f"Update from {['the front', 'the ministry', 'the town', 'the base', 'the border'][number // 2 % 5]}"))
        gold_blocks += [("p", p) for p in part]
    a.blocks = gold_blocks
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Chronicle Live"}, {"@type": "LiveBlogPosting", "headline": a.title, "datePublished": a.stamp(5), "coverageStartTime": a.stamp(5)}]}
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{e(a.title)} – live</title><script type="application/ld+json">{json.dumps(data)}</script></head>
<body><div class="topbar">{links(f.nav(7))}</div><div class="page"><div class="headline-wrap"><h1>{e(a.title)}</h1></div>
<div class="live-feed">{"".join(entries)}</div><div class="more-stories"><h3>More on this story</h3><ul>{"".join(f'<li><a href="/{i}">{f.headline()}</a></li>' for i in range(5))}</ul></div></div>
<div class="footer">{links(["Terms", "Privacy", "Cookies", "Jobs"])}</div></body></html>""", []


def drupal(a, f):
    """A monitor's site on Drupal: field names, a sidebar of reports, a donation appeal in the text."""
    body = blocks(a).split("\n")
    body.insert(4, f'<div class="donate-box"><h4>Support our work</h4><p>{f.donate()}</p><a class="button" href="/donate">Donate now</a></div>')
    return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8" /><title>{e(a.title)} | Skywatch Monitor</title><meta name="dcterms.date" content="{a.stamp(7)}" /><meta name="generator" content="Drupal 7" /></head>
<body class="html not-front no-sidebars page-node node-type-report"><div id="skip-link"><a href="#main-content">Skip to main content</a></div><div id="page-wrapper"><div id="header"><div class="section"><a href="/" id="logo">Skywatch Monitor</a><div id="main-menu" class="navigation"><ul class="links"><li>{links(f.nav(6), "</li><li>")}</li></ul></div></div></div>
<div id="main-wrapper"><div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">{e(a.title)}</h1><div class="tabs"></div>
<div class="region region-content"><div id="node-77" class="node node-report clearfix"><div class="meta submitted"><span>Submitted by editor on {a.day:%a, %d/%m/%Y} - 09:12</span></div><div class="content clearfix"><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even">{chr(10).join(body)}</div></div></div><div class="field field-name-field-tags"><h3>Tags:</h3><ul class="links"><li><a href="/t1">Air strikes</a></li></ul></div></div></div></div></div></div>
<div id="sidebar-second" class="column sidebar"><div class="block"><h2>Latest reports</h2><div class="views-row"><a href="/r1">{f.headline()}</a><p>{f.teaser()}</p></div><div class="views-row"><a href="/r2">{f.headline()}</a><p>{f.teaser()}</p></div></div></div></div>
<div id="footer"><p>Skywatch Monitor counts what is claimed and what is seen. Contact us at any time.</p></div></div></body></html>""", []


def old_brs(a, f):
    """An agency page of the nineties: font tags, line breaks for paragraphs, no closing tags."""
    text = "<br><br>\n".join(e(c, quote=False) if k != "h2" else f"<b>{e(c)}</b>" for k, c in a.blocks if k in ("p", "h2"))
    return f"""<HTML><HEAD><TITLE>{e(a.title)}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<CENTER><A HREF="index.htm">Index</A> | <A HREF="news.htm">News</A> | <A HREF="archive.htm">Archive</A></CENTER><HR>
<FONT SIZE=5><B>{e(a.title)}</B></FONT><P>
<FONT SIZE=2>{a.american()}<BR></FONT><P>
<FONT FACE="Times">{text}
<P><HR><FONT SIZE=1><A HREF="a1.htm">{f.headline()}</A><BR><A HREF="a2.htm">{f.headline()}</A><BR>
Copyright Gulf Wire Agency. Reproduction is not allowed.</FONT></BODY></HTML>""", []


def blogger(a, f):
    """Blogger: post-body with divisions and spans, date header, archive list."""
    text = "\n".join(f'<div><span style="font-family: inherit;">{e(c, quote=False)}</span></div><div><br /></div>' if k == "p" else (f"<h3>{e(c)}</h3>" if k == "h2" else "<ul>" + "".join(f"<li>{e(i)}</li>" for i in c) + "</ul>") for k, c in a.blocks if k in ("p", "h2", "ul"))
    archive = "".join(f'<li class="archivedate"><a class="post-count-link" href="#">{m} 2016</a> <span>({n})</span></li>' for n, m in enumerate(["January", "February", "March", "April", "May"], 3))
    return f"""<!DOCTYPE html><html><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><title>Over the Euphrates: {e(a.title)}</title><meta content='{e(a.title)}' property='og:title'/></head>
<body><div class='header-outer'><h1 class='title'><a href='/'>Over the Euphrates</a></h1><p class='description'><span>Notes on an air war, by one who reads too many bulletins</span></p></div>
<div class='main-outer'><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>{a.day:%A}, {a.american()}</span></h2><div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>{e(a.title)}</h3><div class='post-body entry-content' id='post-body-1'>{text}</div>
<div class='post-footer'><span class='post-author'>Posted by {a.author}</span> at <abbr class='published' title='{a.stamp()}'>9:30 AM</abbr> <span class='post-labels'>Labels: <a href='/s'>air war</a></span></div></div>
<div class='comments' id='comments'><h4>2 comments:</h4><dl><dt>{f.name()}</dt><dd class='comment-body'><p>{f.comment()}</p></dd><dt>{f.name()}</dt><dd class='comment-body'><p>{f.comment()}</p></dd></dl></div></div></div></div></div>
<div class='sidebar section'><div class='widget BlogArchive'><h2>Blog Archive</h2><ul>{archive}</ul></div><div class='widget Profile'><h2>About Me</h2><p>I live by a river and count aircraft in other people's reports.</p></div></div></body></html>""", []


def amp(a, f):
    """An AMP page: custom elements, structured data in an array."""
    data = [{"@context": "http://schema.org", "@type": "BreadcrumbList", "itemListElement": []}, {"@context": "http://schema.org", "@type": "ReportageNewsArticle", "headline": a.title, "datePublished": a.stamp(22), "mainEntityOfPage": {"@id": "https://amp.example/x"}}]
    text = blocks(a).split("\n")
    text.insert(2, '<amp-ad width="300" height="250" type="x"><div placeholder>Advertisement</div></amp-ad>')
    return f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{e(a.title)}</title><link rel="canonical" href="https://www.example/news/{a.day:%Y/%m/%d}/x"><script type="application/ld+json">{json.dumps(data)}</script><style amp-boilerplate>body{{x:y}}</style></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li>{links(f.nav(9), "</li><li>")}</li></ul></amp-sidebar><header class="headerbar"><button on="tap:s.open">☰</button><div class="site-name">Evening Dispatch</div></header>
<article class="amp-article"><h1 class="amp-title">{e(a.title)}</h1><ul class="amp-meta"><li class="byline">{a.author}</li><li class="posted-on"><time datetime="{a.stamp(22)}">{a.long()}</time></li></ul>
<amp-img src="a.jpg" width=1 height=1></amp-img><div class="amp-content">{chr(10).join(text)}</div><div class="amp-related"><h3>You may also like</h3><ul><li><a href="/1">{f.headline()}</a></li><li><a href="/2">{f.headline()}</a></li></ul></div></article>
<amp-consent><div id="consent-ui"><p>{f.cookies()}</p><button>Accept</button></div></amp-consent><footer><p>Evening Dispatch, a newspaper since 1921</p></footer></body></html>""", []


def arabic_site(a, f):
    """An Arabic site with a text in English: furniture from right to left, the day in a time element."""
    ar = ["الرئيسية", "أخبار", "سوريا", "العراق", "رياضة", "آراء", "فيديو"]
    more = "".join(f'<li><a href="/{i}">غارات جوية على ريف {p} الشمالي</a></li>' for i, p in enumerate(["حلب", "إدلب", "حمص", "الرقة"]))
    text = blocks(a).replace("Palmyra", "\u200ePalmyra\u200e")
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{e(a.title)} - شبكة الفرات</title></head><body>
<div id="top">{"".join(f'<a href="/{i}">{n}</a> ' for i, n in enumerate(ar))}</div><div class="wrap"><div class="news-details" dir="ltr" lang="en"><h1>{e(a.title)}</h1><div class="info"><time datetime="{a.day}">{a.day:%d/%m/%Y}</time> <span>شبكة الفرات</span></div><div class="news-text">{text}</div></div>
<div class="related-news"><h3>أخبار ذات صلة</h3><ul>{more}</ul></div><div class="comments-section"><p>اكتب تعليقك هنا</p></div></div><div id="bottom">جميع الحقوق محفوظة</div></body></html>""", []


MANNERS = [
    (semantic, dict(subheads=True)), (div_soup, dict(length=7)), (wordpress, dict(length=6)),
    (ministry, dict(table=True, length=6, quotes=False)), (live_blog, dict(length=10, quotes=False)),
    (drupal, dict(lists=True)), (old_brs, dict(length=7, subheads=True)), (blogger, dict(length=6)),
    (amp, dict(length=9, lists=True)), (arabic_site, dict(length=6)),
]
