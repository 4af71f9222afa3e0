/// How one text was read.
public struct TextScore: Sendable {
  /// A fact of gold that was not given.
  public struct Missed: Sendable {
    public let slot: Slot
    public let value: String
    /// Index of the gold record in its file.
    public let record: Int
    /// No predicted record answers the gold record.
    public let isOfWholeRecord: Bool
  }

  /// A fact given that gold does not have.
  public struct Invented: Sendable {
    public let slot: Slot
    public let value: String
    /// Index of the predicted record among those of its text.
    public let record: Int
    /// The predicted record answers no gold record.
    public let isOfWholeRecord: Bool
    /// The pattern or gazetteer entry that read it; nil without evidence.
    public let pattern: String?
    /// The sentence that it was read from; nil without evidence or without the text.
    public let sentence: String?
  }

  public let document: String
  public internal(set) var goldRecords: Int
  public internal(set) var predictedRecords: Int
  /// Pairs of records, optional ones included.
  public internal(set) var alignedRecords = 0
  public internal(set) var records = Tally()
  public internal(set) var slots: [Slot: Tally] = [:]
  /// In the order of the gold records.
  public internal(set) var missed: [Missed] = []
  /// In the order of the predicted records.
  public internal(set) var invented: [Invented] = []
  /// Killed and wounded civilians.
  public internal(set) var civilianCasualties = Tally()
  public internal(set) var calibration = CalibrationTable()

  /// All slots together.
  public var allSlots: Tally { slots.values.sum }
}
