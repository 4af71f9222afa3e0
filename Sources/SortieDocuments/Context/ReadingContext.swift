/// What readers need to know beside the bytes: what the user asked for, and how much an input may cost.
public struct ReadingContext: Sendable {
  public var columns: ColumnChoice
  public var fields: FieldMap
  public var members: MemberFilter
  public var limits: InputLimits
  /// Takes the text out of PDF files; nil where no program for it can be run.
  public var pdf: (any PDFTextProgram)?
  /// What the input is called for the sake of its kind, where that is not its name: `news.csv` for `news.csv.gz`.
  var kindName: String?
  /// How many archives and compressed streams the input lies in.
  var depth = 0
  /// What the file on the disk has given so far.
  var expansion = Expansion()

  public init(
    columns: ColumnChoice = ColumnChoice(), fields: FieldMap = FieldMap(), members: MemberFilter = MemberFilter(),
    limits: InputLimits = InputLimits(), pdf: (any PDFTextProgram)? = nil
  ) {
    self.columns = columns
    self.fields = fields
    self.members = members
    self.limits = limits
    self.pdf = pdf
  }
}

/// How much one input may cost.
public struct InputLimits: Hashable, Sendable {
  /// Bytes of a text, a document or a member that is read as a whole.
  public var wholeBytes: Int
  /// Compressed data may always grow to so many bytes …
  public var expandedBytes: Int
  /// … and beyond that to so many times its own size.
  public var expansionFactor: Int
  /// Archives and compressed streams inside each other.
  public var depth: Int
  /// Pages of a PDF file.
  public var pages: Int
  /// Elements of XML inside each other.
  public var xmlDepth: Int

  public init(
    wholeBytes: Int = 1 << 30, expandedBytes: Int = 128 << 20, expansionFactor: Int = 200, depth: Int = 6,
    pages: Int = 5_000, xmlDepth: Int = 512
  ) {
    self.wholeBytes = wholeBytes
    self.expandedBytes = expandedBytes
    self.expansionFactor = expansionFactor
    self.depth = depth
    self.pages = pages
    self.xmlDepth = xmlDepth
  }
}
