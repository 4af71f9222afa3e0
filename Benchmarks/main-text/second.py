"""Ten other manners of building a page, written after the reader was."""

import json
from html import escape as e

from first import blocks, links


def hashed_classes(a, f):
    """An application's page: generated class names, advertisements between paragraphs, state as a script."""
    parts = blocks(a, pclass=' class="css-g5piaz evys1bk0"').split("\n")
    for number, place in enumerate(range(2, len(parts), 3)):
        parts.insert(place + number, f'<div class="css-1r07izm" id="story-ad-{number}-wrapper"><a class="css-777zgl" href="#after-story-ad-{number}">Continue reading the main story</a></div>')
    data = {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": a.title, "datePublished": f"{a.day}T05:00:03.000Z", "dateModified": f"{a.later(3)}T05:00:03.000Z"}
    return f"""<!DOCTYPE html><html lang="en" class="story"><head><title data-rh="true">{e(a.title)} - The Harbour Times</title><script data-rh="true" type="application/ld+json">{json.dumps(data)}</script></head>
<body><div id="app"><div><div class="NYTAppHideMasthead css-1q2w90k"><header class="css-1bymuyk"><section><a href="/">The Harbour Times</a></section><div>{links(f.nav(8))}</div></header></div></div>
<main id="site-content"><div><article id="story" class="css-1vxca1d"><header class="css-1vkm6nb"><h1 class="css-1l8buln" data-testid="headline">{e(a.title)}</h1><p class="css-w6ymp8" id="article-summary">{f.teaser()}</p><div class="css-103l8m3"><p class="css-aknsld">By <span>{a.author}</span></p><time class="css-8blifc" datetime="{a.day}T05:00:03.000Z">{a.american()}</time></div></header>
<section name="articleBody" class="css-1r7ky0e">{chr(10).join(parts)}</section>
<div class="bottom-of-article"><div class="css-1ubp8k9"><p>{a.author} reported from the border. A version of this article appears in print on page A4.</p></div></div></article></div></main>
<section id="c-col-editors-picks"><h2>Editors’ Picks</h2><div><a href="/1"><h3>{f.headline()}</h3></a></div><div><a href="/2"><h3>{f.headline()}</h3></a></div></section>
<footer><nav><h2>Site Information Navigation</h2><ul><li>{links(["© The Harbour Times", "Contact", "Work with us"], "</li><li>")}</li></ul></nav></footer></div><script>window.__state={{"title":"{e(a.title)}"}}</script></body></html>""", []


def paywall(a, f):
    """A paid newspaper: the text in two halves with the offer between them, cookie wall at the end."""
    body = blocks(a).split("\n")
    middle = len(body) // 2
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{e(a.title)}</title><meta property="article:published_time" content="{a.stamp(11)}" /><meta property="og:type" content="article"></head>
<body><div class="o-header"><div class="o-header__row">{links(f.nav(9))}</div></div><div class="article__page"><div class="article__main"><div class="headline"><h1><span>{e(a.title)}</span></h1></div><div class="article__byline"><a href="/x">{a.author}</a> in Beirut</div>
<div class="article__content-preview">{chr(10).join(body[:middle])}</div>
<div class="subscription-offer"><h2>Try four weeks for one pound</h2><p>Then 39 pounds a month. Complete digital access to quality journalism on any device. Cancel anytime during your trial.</p><a href="/buy">Start trial</a></div>
<div class="article__content-rest paywall">{chr(10).join(body[middle:])}</div>
<div class="article__copyright-notice"><a href="/c">Copyright</a> The Ledger Limited. All rights reserved.</div></div>
<div class="article__right-bottom"><h2>Promoted content</h2><ul><li><a href="/p1">{f.headline()}</a></li></ul></div></div>
<div class="cookie-banner"><p>{f.cookies()}</p></div></body></html>""", []


def wiki(a, f):
    """A wiki: table of contents, a box of facts, edit links, notes."""
    text = blocks(a, h="h2").replace("</h2>", '<span class="mw-editsection">[<a href="#">edit</a>]</span></h2>')
    return f"""<!DOCTYPE html><html class="client-nojs" lang="en"><head><meta charset="UTF-8"/><title>{e(a.title)} - War Wiki News</title></head>
<body class="mediawiki ltr ns-0"><div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">{e(a.title)}</h1><div id="bodyContent"><div id="siteSub" class="noprint">From War Wiki News, the free source</div><div id="jump-to-nav">Jump to: <a href="#n">navigation</a>, <a href="#s">search</a></div>
<div id="mw-content-text" lang="en" class="mw-content-ltr"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title" title="{a.day}">{a.day:%A}, {a.american()}</span></strong></p>
<table class="infobox" align="right"><tr><th colspan="2">Air war</th></tr><tr><td colspan="2"><a href="/m">Map of the front</a></td></tr></table>
{text}
<h2>Sources<span class="mw-editsection">[<a href="#">edit</a>]</span></h2><ul><li><a href="http://s.example">{f.headline()}</a></li><li><a href="http://t.example">{f.headline()}</a></li></ul></div></div>
<div id="catlinks" class="catlinks"><a href="/c">Categories</a>: <ul><li><a href="/c1">Syria</a></li></ul></div></div></div>
<div id="mw-navigation"><h2>Navigation menu</h2><div id="mw-panel"><ul><li>{links(f.nav(8), "</li><li>")}</li></ul></div></div>
<div id="footer" role="contentinfo"><ul><li>This page was last edited on {a.later(40).day} {a.later(40):%B %Y}, at 21:13.</li></ul></div></body></html>""", []


def press_wire(a, f):
    """A wire of press releases: dateline in the text, contact and boilerplate below."""
    parts = blocks(a).split("\n")
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{e(a.title)}</title><meta name="pubdate" content="{a.day:%a, %d %b %Y} 10:15:00 GMT"><meta name="description" content="{e(a.title)}"></head>
<body><div id="bw-header"><ul class="bw-nav"><li>{links(f.nav(6), "</li><li>")}</li></ul></div><div id="bw-main-content"><section class="bw-release-main"><h1 class="epi-fontLg bwalignc">{e(a.title)}</h1>
<div class="bw-release-timestamp"><time datetime="{a.day}T10:15:00Z">{a.american()} 10:15 AM</time></div>
<div class="bw-release-story">{chr(10).join(parts)}</div></section>
<div class="bw-release-sidebar"><div class="bw-release-contact"><h3>Contacts</h3><p>Press office, Joint Command<br>press@command.example<br>+00 000 000</p></div><h3>Release Summary</h3><p>{f.teaser()}</p></div>
<div class="bw-more-news"><h3>More News From Joint Command</h3><div class="bw-news-item"><a href="/1">{f.headline()}</a><p>{f.teaser()} {f.teaser()}</p><span>{f.date():%B %d, %Y}</span></div><div class="bw-news-item"><a href="/2">{f.headline()}</a><p>{f.teaser()}</p><span>{f.date():%B %d, %Y}</span></div></div></div></body></html>""", []


def command_release(a, f):
    """A military command's content system: containers in containers, breaks between list lines."""
    lines = []
    for kind, content in a.blocks:
        if kind == "ul":
            lines.append("<br />".join(f"-- {e(item)}" for item in content))
        elif kind == "p":
            lines.append(e(content, quote=False))
    text = "<br /><br />".join(lines)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8" /><title>{e(a.title)} &gt; Joint Command &gt; News Releases</title><meta property="og:title" content="{e(a.title)}" /></head>
<body id="Body" class="news-release"><form method="post" action="/x" id="Form"><input type="hidden" name="__VIEWSTATE" value="dDwtNjU=" /><div id="dnn_wrapper"><div class="skin-header"><div class="navwrap"><ul><li>{links(f.nav(8), "</li><li>")}</li></ul></div></div>
<div id="dnn_ContentPane"><div class="DnnModule DnnModule-ArticleCS"><div id="dnn_ctr1_ContentPane"><div id="dnn_ctr1_ModuleContent"><div class="container"><div class="adetail"><div class="category">NEWS RELEASE | <span class="date">{a.day:%b}. {a.day.day}, {a.day.year}</span></div><h2 class="title">{e(a.title)}</h2><div class="body"><b>SOUTHWEST ASIA –</b> {text}</div></div></div></div></div></div></div>
<div id="dnn_RightPane"><div class="listing"><div class="item"><a href="/r1">{f.headline()}</a><br><span>{f.date():%b. %d, %Y}</span><p>{f.teaser()}</p></div><div class="item"><a href="/r2">{f.headline()}</a><br><span>{f.date():%b. %d, %Y}</span><p>{f.teaser()}</p></div></div></div>
<div class="skin-footer">{links(["FOIA", "No FEAR Act", "Accessibility"])}</div></div></form></body></html>""", ["SOUTHWEST ASIA", "NEWS RELEASE"]


def joomla(a, f):
    """Joomla: a list of facts about the item, neighbours, a poll."""
    return f"""<!DOCTYPE html><html xml:lang="en-gb" lang="en-gb"><head><meta charset="utf-8" /><title>{e(a.title)}</title></head>
<body class="site com_content view-article no-layout"><div class="container"><header class="header"><a class="brand" href="/">Front Page of the Levant</a></header><nav class="navigation"><ul class="nav menu"><li>{links(f.nav(7), "</li><li>")}</li></ul></nav>
<div class="row-fluid"><main id="content" class="span9"><div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{e(a.title)}</h2></div>
<dl class="article-info muted"><dt>Details</dt><dd class="createdby">Written by {a.author}</dd><dd class="published"><time datetime="{a.stamp(8)}" itemprop="datePublished">Published: {a.long()}</time></dd><dd class="modified"><time datetime="{a.later(30)}T10:00:00+00:00" itemprop="dateModified">Last Updated: {a.later(30)}</time></dd><dd class="hits">Hits: 1204</dd></dl>
<div itemprop="articleBody">{blocks(a, h="h3")}</div><ul class="pager pagenav"><li class="previous"><a href="/p">Prev</a></li><li class="next"><a href="/n">Next</a></li></ul></div></main>
<div id="aside" class="span3"><div class="well"><h3>Poll</h3><p>Do you believe the daily figures of the ministry?</p><label>Yes</label><label>No</label></div><div class="well"><h3>Latest Articles</h3><ul class="latestnews"><li><a href="/1">{f.headline()}</a></li><li><a href="/2">{f.headline()}</a></li></ul></div></div></div></div></body></html>""", ["Published", "Last Updated", "Written by", "Details"]


def essay_platform(a, f):
    """A platform for essays: sections and figures, structured data that are broken, responses below."""
    broken = '{"@context":"http://schema.org","@type":"Article","headline":"' + a.title + '","datePublished":"' + a.stamp(13) + '","description":"first line\nsecond line",}'
    body = blocks(a, pclass=' class="graf graf--p"').split("\n")
    body.insert(2, '<figure class="graf graf--figure"><img src="x.png"><figcaption class="imageCaption">A map of the strikes, drawn by the author.</figcaption></figure>')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(a.title)} – Long Reads</title><meta property="article:published_time" content="{a.stamp(13)}"><script type="application/ld+json">{broken}</script></head>
<body class="postShowScreen is-noJs"><div class="site-main"><div class="metabar">{links(["Sign in", "Get started"])}</div><main role="main"><article class="postArticle"><header class="container postArticle-header"><div class="uiScale"><a href="/@u">{a.author}</a><button>Follow</button><div class="postMetaInline">{a.day:%b} {a.day.day}, {a.day.year} · <span>6 min read</span></div></div></header>
<div class="postArticle-content"><section class="section"><div class="section-content"><div class="section-inner"><h1 class="graf graf--h3 graf--title">{e(a.title)}</h1>{chr(10).join(body)}</div></div></section></div></article></main>
<div class="postActions"><button>142 claps</button></div><div class="responsesWrapper"><h2>Responses</h2><div class="responsesStream"><div class="streamItem"><a href="/@r">{f.name()}</a><p>{f.comment()}</p></div><div class="streamItem"><a href="/@s">{f.name()}</a><p>{f.comment()}</p></div><div class="streamItem"><p>{f.comment()}</p></div></div></div></div></body></html>""", ["A map of the strikes, drawn by the author."]


def cyrillic_ministry(a, f):
    """A ministry's English pages in Windows-1251 within a Russian frame."""
    menu = "".join(f"<li><a href='/{i}'>{n}</a></li>" for i, n in enumerate(["Главная", "Структура", "Новости", "Документы", "Служба по контракту", "Фотогалерея"]))
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head><meta http-equiv="content-type" content="text/html; charset=windows-1251" /><title>{e(a.title)} : Ministry of Defence</title></head>
<body><div id="wrapper"><div id="top"><ul>{menu}</ul></div><div id="leftside"><h3>Новости</h3><p><a href="/n1">{f.headline()}</a></p><p><a href="/n2">{f.headline()}</a></p></div>
<div id="center"><h1>{e(a.title)}</h1><div id="date">{a.day:%d.%m.%Y} (12:45)</div><div class="picture"><img src="p.jpg" /></div>{blocks(a, pclass=' align="justify"')}<p align="right"><i>Department of Information</i></p></div>
<div id="bottom"><p>При использовании материалов ссылка на сайт обязательна. Телефон доверия работает круглосуточно.</p></div></div></body></html>"""
    return page.encode("cp1251"), ["Department of Information"]


def western_archive(a, f):
    """An archive in Windows-1252 that declares nothing, in capitals, with definition lists around the text."""
    text = "\n<P>".join(e(c, quote=False) for k, c in a.blocks if k == "p")
    page = f"""<HTML>
<HEAD><TITLE>Archive: {e(a.title)}</TITLE></HEAD>
<BODY><TABLE BORDER=0 WIDTH=620><TR><TD VALIGN=TOP WIDTH=120 BGCOLOR="#CCCCCC"><DL><DT><A HREF="1.html">Main</A><DT><A HREF="2.html">By day</A><DT><A HREF="3.html">By place</A><DT><A HREF="4.html">Search</A></DL></TD>
<TD VALIGN=TOP><H2>{e(a.title)}</H2><I>{a.american()}</I>
<P>{text}
<P><A HREF="prev.html">Previous</A> <A HREF="next.html">Next</A></TD></TR></TABLE>
<HR><ADDRESS>Maintained by volunteers – write to the archive.</ADDRESS></BODY></HTML>"""
    return page.encode("cp1252"), ["Maintained by volunteers – write to the archive."]


def endless_scroll(a, f):
    """A broadcaster: a summary list, a player, and the next article appended below the first."""
    other = "".join(f"<p>{f.teaser()} {f.teaser()}</p>" for _ in range(3))
    body = blocks(a).split("\n")
    body.insert(3, '<div class="video-player"><div class="video-title">Watch: the frontline from above</div><script>load()</script></div>')
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(a.title)} | Channel Nine</title><link rel="canonical" href="https://nine.example/{a.day:%Y/%m/%d}/world/story"><meta itemprop="datePublished" content="{a.stamp(4)}"><meta property="og:title" content="{e(a.title)}"></head>
<body><div id="nav-wrap">{links(f.nav(9))}</div><div class="pg-wrapper"><article class="pg-rail-tall"><h1 class="pg-headline">{e(a.title)}</h1><div class="metadata"><p class="metadata__byline">By {a.author}, Channel Nine</p><p class="update-time">Updated 0512 GMT {a.american()}</p></div>
<section class="zn-body-text"><div class="l-container">{chr(10).join(body)}</div></section></article>
<div class="scroll-next"><article class="pg-rail-tall next-article"><h1 class="pg-headline"><a href="/next">{f.headline()}</a></h1><section class="zn-body-text"><div class="l-container">{other}</div></section></article></div></div>
<div class="ad-footer"><p>Advertisement</p></div><div class="breaking-news-bar"><span>Breaking: {f.headline()}</span></div></body></html>""", ["Updated 0512 GMT", "Channel Nine"]


MANNERS = [
    (hashed_classes, dict(subheads=True)), (paywall, dict(length=8)), (wiki, dict(subheads=True)), (press_wire, dict(length=6)),
    (command_release, dict(lists=True, length=4)), (joomla, dict(table=True, length=6)), (essay_platform, dict(length=9, subheads=True)),
    (cyrillic_ministry, dict(length=5, quotes=False)), (western_archive, dict(length=7)), (endless_scroll, dict(length=7)),
]
