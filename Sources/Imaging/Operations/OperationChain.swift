/// Edits one after the other, each fed with the rows of the one before.
struct OperationChain {
    /// A step and the operations that it carries out, with their places in the list.
    private struct Link {
        let step: any OperationStep
        let operations: [(index: Int, operation: Operation)]
    }

    private let links: [Link]

    /// The chain of `operations`; changes of colour that follow each other become one pass over the pixels.
    init(_ operations: ArraySlice<Operation>) {
        var links: [Link] = []
        for (index, operation) in zip(operations.indices, operations) {
            if let next = operation.step as? ColorStep, let last = links.last,
                let step = last.step as? ColorStep
            {
                let joined = last.operations + [(index, operation)]
                links[links.count - 1] = Link(step: step.followed(by: next), operations: joined)
            } else {
                links.append(Link(step: operation.step, operations: [(index, operation)]))
            }
        }
        self.links = links
    }

    /// Whether nothing is to be done.
    var isEmpty: Bool {
        links.isEmpty
    }

    /// Whether the same operations stand at the same places of their lists.
    func edits(like other: OperationChain) -> Bool {
        links.flatMap(\.operations).elementsEqual(other.links.flatMap(\.operations), by: ==)
    }

    /// Whether an opaque picture may have transparent pixels afterwards.
    var addsAlpha: Bool {
        links.contains { $0.operations.contains(where: \.operation.addsAlpha) }
    }

    /// The size of the picture after the chain, the bytes that the chain holds at once, and its work, all at most.
    ///
    /// - Throws: `impossibleOperation`, or an error of the limits, which every picture on the way must keep.
    func admit(
        _ size: PixelSize,
        _ limits: ImageLimits
    ) throws(ImagingError) -> (size: PixelSize, memoryByteCount: Int, work: Int) {
        var (current, byteCount, work) = (size, 0, 0)
        for step in links.map(\.step) {
            try step.admit(limits)
            byteCount += step.memoryByteCount(for: current)
            work += step.work(on: current)
            current = try step.size(after: current)
            try limits.admit(current, as: "the edited picture")
        }
        return (current, byteCount, work)
    }

    /// What takes the rows of the picture before the chain and gives those after to what `open` opens.
    ///
    /// What is done is noted in the journal, all of it before the last row comes out.
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ journal: StepJournal,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        try consumer(of: input, after: 0, limits: limits, journal, open)
    }

    private func consumer(
        of input: RowFormat,
        after index: Int,
        limits: ImageLimits,
        _ journal: StepJournal,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        guard index < links.count else { return try open(input) }
        let next: RowOpener = { output throws(ImagingError) in
            try consumer(of: output, after: index + 1, limits: limits, journal, open)
        }
        if let step = links[index].step as? any PlacedStep {
            let place = journal.reserve()
            let found = { part in
                journal.note(part.size == input.size ? [] : [step.step(keeping: part)], at: place)
            }
            return try step.consumer(of: input, limits: limits, found: found, next)
        }
        for (index, operation) in links[index].operations {
            let (size, hasAlpha) = (input.size, input.layout.hasAlpha)
            journal.note(try AppliedStep.steps(operation, journal.level, index, on: size, hasAlpha: hasAlpha))
        }
        return try links[index].step.consumer(of: input, limits: limits, next)
    }
}
