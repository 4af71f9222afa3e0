import Crypto

/// The page's own word to the browser that nothing is fetched and no code runs but its own.
enum ContentPolicy {
  /// - Parameters:
  ///   - style: the bytes between the style tags.
  ///   - script: the bytes between the script tags.
  static func content(style: [UInt8], script: [UInt8]) -> String {
    "default-src 'none'; style-src '\(hash(of: style))'; script-src '\(hash(of: script))'; base-uri 'none'; "
      + "form-action 'none'"
  }

  private static func hash(of code: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(data: code)
    return "sha256-\(base64(Array(digest.finalize())))"
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
