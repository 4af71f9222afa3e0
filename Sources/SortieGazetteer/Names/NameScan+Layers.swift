internal import TextScan

extension NameScan {
  /// Finds where names of any layer may begin.
  convenience init(_ layers: [CompiledTables], _ keyBits: KeyBits) {
    self.init(
      sieve: TokenSieve(layers.map(\.sieve)).forScan, lowerSieve: TokenSieve(layers.map(\.lowerSieve)).forScan,
      bits: keyBits, tables: layers.map(\.keysForScan),
      seeds: Seeds(
        name: KeyHash(.name).state, fold: KeyHash(.fold).state, mid: KeyHash(.mid).state,
        prefix: KeyHash(.midPrefix).state),
      merging: { letter, next in
        let merged = TransliterationKey.merged(0x60 | UInt8(letter), next == 0 ? 0 : 0x60 | UInt8(next))
        return Merging(merged.second == 0 ? [merged.first] : [merged.first, merged.second], taken: merged.taken)
      }, forms: TransliterationKey.ownForms)
  }
}
