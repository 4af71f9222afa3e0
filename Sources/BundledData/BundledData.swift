internal import CBundledData
public import TextScan

/// The compiled gazetteer and patterns that are built into the program.
public enum BundledData {
  /// All of them, read where they stand: nothing is loaded before it is looked at.
  public static var bytes: ConstantBytes {
    unsafe ConstantBytes(inProgram: sortie_bundled_data(), count: sortie_bundled_data_size())
  }
}
