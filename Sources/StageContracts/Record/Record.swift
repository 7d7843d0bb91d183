/// Everything that is known of a request, exactly as `GET /requests/{id}` answers it.
package struct Record: WireValue {
    /// The request's id.
    package let requestId: RequestID
    /// Where it stands.
    package private(set) var status: Status
    /// The same in few words; nil in records of before there were any.
    package private(set) var state: JobState?
    /// When it arrived.
    package let createdAt: Timestamp
    /// When something that is shown here changed last.
    package private(set) var updatedAt: Timestamp
    /// Counts the changes of status and progress, from 0; the events carry it.
    package private(set) var sequence: Int
    /// Percent of the work that is done.
    package private(set) var progress: Int
    /// The original; nil if the request did not say one.
    package var source: SourceDescription?
    /// The normalised copy.
    package var preprocessed: StoredImage?
    /// What became of the original after success; nil while it is kept where it is, nothing takes its place, and nobody
    /// asked for a link to it.
    package var original: RetainedOriginal?
    /// The files made.
    package var outputs: [Output]
    /// The puzzle that was cut, if one was asked for; its pictures are among the outputs.
    package var puzzle: CutPuzzle?
    /// The preset's outputs as the `srcset` of an HTML image, which chooses by the width it needs.
    package var srcset: String?
    /// What the stages did and how long it took.
    package var stages: StageRuns
    /// Every status and when it was reached.
    package private(set) var history: [StatusChange]
    /// Who was told.
    package private(set) var notifications: [Notification]
    /// What the owner may not expect.
    package var warnings: [Warning]
    /// Why it failed, if it did.
    package private(set) var failure: Failure?

    /// A request that has just arrived.
    package init(requestId: RequestID, source: ImageSource?, createdAt: Timestamp) {
        self.requestId = requestId
        (status, state) = (.pending, .pending)
        (self.createdAt, updatedAt) = (createdAt, createdAt)
        (sequence, progress) = (0, 0)
        self.source = source.map(SourceDescription.init)
        (preprocessed, original) = (nil, nil)
        outputs = []
        (puzzle, srcset) = (nil, nil)
        stages = StageRuns()
        history = [StatusChange(.pending, at: createdAt)]
        (notifications, warnings) = ([], [])
        failure = nil
    }

    /// Brings the request to another status.
    ///
    /// - Throws: ``IllegalTransition`` if the status machine does not allow it; nothing changes then.
    package mutating func enter(
        _ next: Status,
        at moment: Timestamp,
        progress percent: Int
    ) throws(IllegalTransition) {
        guard status.successors.contains(next) else { throw IllegalTransition(from: status, to: next) }
        (status, state) = (next, next.state)
        history.append(StatusChange(next, at: moment))
        advance(to: percent, at: moment)
    }

    /// Ends the request with a failure.
    ///
    /// - Throws: ``IllegalTransition`` if it has ended already; nothing changes then.
    package mutating func fail(_ failure: Failure, at moment: Timestamp) throws(IllegalTransition) {
        try enter(.failed, at: moment, progress: progress)
        self.failure = failure
    }

    /// Ends the request because its caller took it back; what was made for it is no longer named.
    ///
    /// - Throws: ``IllegalTransition`` if it has ended already; nothing changes then.
    package mutating func cancel(at moment: Timestamp) throws(IllegalTransition) {
        try enter(.cancelled, at: moment, progress: progress)
        (preprocessed, puzzle, srcset) = (nil, nil, nil)
        outputs = []
    }

    /// Shows how far the work is; percent never goes back.
    package mutating func advance(to percent: Int, at moment: Timestamp) {
        progress = max(progress, min(percent, 100))
        sequence += 1
        updatedAt = moment
    }

    /// Notes a change that is none of status or progress: links that were signed anew, or a stage that is done.
    package mutating func noteChange(at moment: Timestamp) { updatedAt = max(updatedAt, moment) }

    /// Notes what became of the original, and when.
    package mutating func retain(_ original: RetainedOriginal) {
        self.original = original
        noteChange(at: original.at)
    }

    /// Notes who was told, and when; what was to be tried again has then been.
    package mutating func note(_ notification: Notification) {
        notifications.removeAll { $0.channel == notification.channel && $0.status == .retrying }
        notifications.append(notification)
        noteChange(at: notification.at)
    }
}

extension Record {
    /// The output that takes the original's place: a puzzle's small picture.
    package var replacement: Output? {
        puzzle.flatMap { puzzle in outputs.first { $0.name == puzzle.thumbnail } }
    }

    /// Where the request's own copy of its original lies in the bucket of preprocessed files, if it keeps one: the upload
    /// is not its alone, and another request may archive or discard it.
    package var originalCopyKey: String? {
        preprocessed.map { $0.treatment == .copied ? $0.key : requestId.originalKey }
    }

    /// Tells the files of this request from those of an earlier one that had the same id until its record expired: when it
    /// arrived, as ISO 8601 writes it without separators, such as `20260131T235959.123Z`.
    package var arrivalMark: String { String(createdAt.text.filter { $0 != "-" && $0 != ":" }) }

    /// Where its original is archived, in the bucket of archived files.
    ///
    /// Nothing there expires, so that no other request may ever have the same key.
    package var archiveKey: String {
        let suffix = source?.format.map { ".\($0.fileExtension)" } ?? ""
        return "\(requestId.folder)\(arrivalMark)/original\(suffix)"
    }

    /// Where what was fetched from the web as its original is kept among the uploads, for another attempt to find it.
    package var sourceKey: String { "\(requestId.sourceFolder)original-\(arrivalMark)" }

    /// Where its logos from the web lie beside its normalised copy, by their index from 0, for another attempt to find them.
    package func logoKey(_ index: Int) -> String { "\(requestId.folder)logo-\(index + 1)-\(arrivalMark)" }

    /// The id of the event that tells its present state: the request's id, when it arrived, and the state's number.
    ///
    /// A request's id can be used again once its record has expired; an event's never is.
    package var eventID: String { "\(requestId)-\(createdAt.text)-\(sequence)" }

    /// When the request came to the status it has.
    package var statusReachedAt: Timestamp { history.last?.at ?? updatedAt }

    /// The record without the notifier's own traces, which change with every attempt to tell somebody.
    var withoutNotifications: Record {
        var record = self
        (record.notifications, record.stages.notify) = ([], nil)
        record.updatedAt = statusReachedAt
        return record
    }
}

extension SourceDescription {
    /// An original of which only the place is known.
    package init(_ source: ImageSource) {
        switch source {
        case .key(let key): self.init(key: key.text)
        case .url(let url): self.init(url: url.shownText)
        }
    }
}
