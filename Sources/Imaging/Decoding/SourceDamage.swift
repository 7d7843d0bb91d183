/// What becomes of a source that is cut off or damaged, and whether it is.
///
/// One object goes with a source through its decoder to the ends of its rows.
final class SourceDamage {
    /// Whether such a source is taken as far as it goes.
    let isTolerated: Bool
    /// Whether damage was found.
    private(set) var isFound: Bool

    /// No damage so far, unless the file's structure has shown some.
    init(isTolerated: Bool = false, isFound: Bool = false) {
        self.isTolerated = isTolerated
        self.isFound = isFound
    }

    /// Notes damage that was found.
    func note() {
        isFound = true
    }

    /// Notes `error` where it is damage that is tolerated.
    ///
    /// - Throws: Every other error.
    func tolerate(_ error: ImagingError) throws(ImagingError) {
        guard isTolerated, [.truncated, .damaged].contains(error.code) else { throw error }
        isFound = true
    }
}

extension RowFormat {
    /// What a sample is where the data are missing: nothing where pixels can be transparent, else gray.
    var missingSample: UInt8 {
        layout.hasAlpha ? 0 : 128
    }
}
