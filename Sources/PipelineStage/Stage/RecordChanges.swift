package import StageContracts

/// What a stage's work adds to the record; an empty part leaves the record's as it is.
package struct RecordChanges: Equatable, Sendable {
    /// What was found out about the original.
    package var source: SourceDescription?
    /// The normalised copy.
    package var preprocessed: StoredImage?
    /// What became of the original.
    package var original: RetainedOriginal?
    /// The files made; they replace those of an earlier attempt.
    package var outputs: [Output]?
    /// The puzzle that was cut.
    package var puzzle: CutPuzzle?
    /// The preset's outputs for a web page.
    package var srcset: String?
    /// What the owner may not expect.
    package var warnings: [Warning]
    /// Who was told.
    package var notifications: [Notification]

    /// Changes; what is left out stays as it is.
    package init(
        source: SourceDescription? = nil,
        preprocessed: StoredImage? = nil,
        original: RetainedOriginal? = nil,
        outputs: [Output]? = nil,
        puzzle: CutPuzzle? = nil,
        srcset: String? = nil,
        warnings: [Warning] = [],
        notifications: [Notification] = []
    ) {
        self.source = source
        self.preprocessed = preprocessed
        self.original = original
        self.outputs = outputs
        self.puzzle = puzzle
        self.srcset = srcset
        self.warnings = warnings
        self.notifications = notifications
    }

    /// Writes the changes into a record; doing it twice is the same as once.
    func apply(to record: inout Record) {
        record.source = source ?? record.source
        record.preprocessed = preprocessed ?? record.preprocessed
        if let original { record.retain(original) }
        record.outputs = outputs ?? record.outputs
        record.puzzle = puzzle ?? record.puzzle
        record.srcset = srcset ?? record.srcset
        for warning in warnings where !record.warnings.contains(warning) { record.warnings.append(warning) }
        for notification in notifications where !record.notifications.contains(notification) {
            record.note(notification)
        }
    }
}
