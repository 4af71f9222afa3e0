/// All that reading one text gave: records or the reason why there is none.
public struct DocumentResult: Sendable {
  /// A name or value found in the text.
  public struct Mention: Hashable, Sendable {
    /// `aircraft`, `place`, `operator`, `group`, `claimant`, `munition`, `target`, `date`, `count`.
    public var kind: String
    /// UTF-8 byte offsets in the text, end exclusive.
    public var start: Int
    public var end: Int
    /// Id of the gazetteer entry, or of the pattern that read the value.
    public var id: String

    public init(kind: String, start: Int, end: Int, id: String) {
      self.kind = kind
      self.start = start
      self.end = end
      self.id = id
    }
  }

  /// Why a text gave no record.
  public enum Coverage: String, CaseIterable, Codable, Sendable {
    /// It gave records.
    case records
    /// No word of flying or striking.
    case noTrigger = "no-trigger"
    /// Such words, but no action that the codebook codes.
    case noAction = "no-action"
    /// A stated absence of strikes.
    case statedAbsence = "stated-absence"
    /// The text is in a language that is not read.
    case otherLanguage = "other-language"
    /// The same text was read before; its records stand there.
    case duplicate
    case empty
  }

  /// "No strikes were carried out": who says so, for where and when.
  public struct StatedAbsence: Hashable, Sendable {
    public var claimant: String?
    public var place: String?
    public var date: SortieDate?
    /// UTF-8 byte offsets of the sentence.
    public var start: Int
    public var end: Int

    public init(claimant: String?, place: String?, date: SortieDate?, start: Int, end: Int) {
      self.claimant = claimant
      self.place = place
      self.date = date
      self.start = start
      self.end = end
    }
  }

  public var document: DocumentInfo
  /// The text as read, valid UTF-8.
  public var text: [UInt8]
  /// Leads from the text, and so from all evidence, to the original; nil where the text is the original.
  public var sourceMap: SourceMap?
  /// Of the sentences that were read; none where the text was known to tell no action before.
  public var mentions: [Mention]
  /// In the order of their anchors in the text.
  public var records: [Sortie]
  /// Findings of the text as a whole, e.g. replaced bytes.
  public var findings: [Finding]
  public var coverage: Coverage
  public var absences: [StatedAbsence]
  /// Whether the text was read, and not only looked through for words and sentences that tell an action.
  public var isRead: Bool
  /// The language of a text that is not English, as a tag of two letters (ISO 639-1).
  public var language: String?
  /// The text read before of which this is a copy; nil where there is none.
  public var copyOf: CopyOf?

  /// A text that was told before.
  public struct CopyOf: Hashable, Sendable {
    /// How much of the wording is the same.
    public enum Kind: String, Sendable {
      /// The same words: coded once, with the first.
      case duplicate
      /// Nearly the same words and the same figures: a reprint. Its records are kept, and only those of the first are
      /// counted in net figures.
      case reprint
    }

    public var kind: Kind
    /// Id of the first such text.
    public var document: String

    public init(kind: Kind, document: String) {
      self.kind = kind
      self.document = document
    }
  }

  public init(
    document: DocumentInfo, text: [UInt8], sourceMap: SourceMap? = nil, mentions: [Mention] = [],
    records: [Sortie] = [], findings: [Finding] = [], coverage: Coverage, absences: [StatedAbsence] = [],
    isRead: Bool = true, language: String? = nil, copyOf: CopyOf? = nil
  ) {
    self.document = document
    self.text = text
    self.sourceMap = sourceMap
    self.mentions = mentions
    self.records = records
    self.findings = findings
    self.coverage = coverage
    self.absences = absences
    self.isRead = isRead
    self.language = language
    self.copyOf = copyOf
  }
}
