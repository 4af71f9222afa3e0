import ChildProcess
import SortieDocuments

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Poppler's `pdftotext`, run as a program of its own: it is licensed under the GPL and is not linked.
struct Pdftotext: PDFTextProgram {
  var limits = ChildProcess.Limits()

  func text(of pdf: [UInt8], pages: Int, each: ([UInt8]) throws -> Void) throws {
    do {
      let program = try ChildProcess(
        "pdftotext", arguments: ["-bbox-layout", "-enc", "UTF-8", "-l", String(pages), "-", "-"],
        in: ProcessInfo.processInfo.environment["PATH"] ?? "", limits: limits)
      try program.run(input: pdf, each: each)
    } catch ChildProcessError.missing {
      throw PDFTextFailure.missingProgram
    } catch let error as ChildProcessError {
      throw PDFTextFailure.failed(error.description)
    }
  }
}
