internal import CCharacterSets

/// Encodings of text as the system's iconv and uchardet know them; the room that holds their pointers.
public enum CharacterSets {
  /// Decodes bytes one character after the other.
  /// - Parameters:
  ///   - encoding: a name that iconv knows, such as `WINDOWS-1251`.
  ///   - each: is given the scalar, U+FFFD where bytes mean nothing, and how many bytes it took.
  /// - Returns: false where the system does not know the encoding.
  public static func decode(_ bytes: [UInt8], encoding: String, each: (_ scalar: UInt32, _ length: Int) -> Void) -> Bool
  {
    guard !bytes.isEmpty else { return true }
    var characters = [sortie_character](repeating: sortie_character(), count: bytes.count)
    let count = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe characters.withUnsafeMutableBufferPointer { output in
        unsafe sortie_decode(encoding, input.baseAddress, input.count, output.baseAddress)
      }
    }
    guard count >= 0 else { return false }
    for character in characters[..<count] { each(character.scalar, Int(character.length)) }
    return true
  }

  /// The scalars of the 256 bytes of an encoding in which every byte is a character; nil where the system does not know
  /// it, or where it is none of these.
  public static func table(ofSingleByte encoding: String) -> [UInt32]? {
    var table: [UInt32] = []
    var isSingle = true
    let isKnown = decode((0...255).map { UInt8($0) }, encoding: encoding) { scalar, length in
      table.append(scalar)
      isSingle = isSingle && length == 1
    }
    return isKnown && isSingle && table.count == 256 ? table : nil
  }

  /// The encoding that the bytes are most likely in, by its usual name; nil where nothing can be told.
  public static func detect(_ bytes: [UInt8]) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe name.withUnsafeMutableBufferPointer { output in
        guard let start = output.baseAddress else { return }
        unsafe sortie_detect(input.baseAddress, input.count, start, output.count)
      }
    }
    let found = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return found.isEmpty ? nil : String(decoding: found, as: UTF8.self)
  }
}
