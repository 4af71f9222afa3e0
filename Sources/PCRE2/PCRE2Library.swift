internal import CPCRE2

/// What the PCRE2 on this machine is.
public enum PCRE2Library {
  /// Version and date, e.g. `10.42 2022-12-11`.
  public static let version: String = {
    var buffer = [UInt8](repeating: 0, count: 64)
    _ = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), buffer.baseAddress)
    }
    return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
  }()

  /// Whether patterns can be compiled to machine code here. Where they cannot, the interpreter gives the same answers.
  public static let hasJIT: Bool = {
    var answer: UInt32 = 0
    _ = unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &answer)
    return answer == 1
  }()
}
