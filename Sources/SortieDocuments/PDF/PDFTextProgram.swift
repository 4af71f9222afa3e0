/// Takes the text out of PDF files; the rooms start no programs, so whoever reads with them brings one.
public protocol PDFTextProgram: Sendable {
  /// - Parameters:
  ///   - pdf: a whole PDF file.
  ///   - pages: of these pages, from the first.
  ///   - each: takes the text piece by piece: XHTML as `pdftotext -bbox-layout` writes it.
  /// - Throws: `PDFTextFailure`, or what `each` threw.
  func text(of pdf: [UInt8], pages: Int, each: ([UInt8]) throws -> Void) throws
}

/// Why a PDF file gave no text.
public enum PDFTextFailure: Error, Equatable, Sendable {
  case missingProgram
  /// In the words of the program.
  case failed(String)
}
