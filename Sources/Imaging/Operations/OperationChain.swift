/// Edits one after the other, each fed with the rows of the one before.
struct OperationChain {
    private let steps: [any OperationStep]

    /// The chain of `operations`; changes of colour that follow each other become one pass over the pixels.
    init(_ operations: some Sequence<Operation>) {
        var steps: [any OperationStep] = []
        for step in operations.map(\.step) {
            if let next = step as? ColorStep, let last = steps.last as? ColorStep {
                steps[steps.count - 1] = last.followed(by: next)
            } else {
                steps.append(step)
            }
        }
        self.steps = steps
    }

    /// Whether nothing is to be done.
    var isEmpty: Bool {
        steps.isEmpty
    }

    /// The size of the picture after the chain, at most, and the bytes that the chain holds at once, at most.
    ///
    /// - Throws: `impossibleOperation`, or an error of the limits, which every picture on the way must keep.
    func admit(
        _ size: PixelSize,
        _ limits: ImageLimits
    ) throws(ImagingError) -> (size: PixelSize, memoryByteCount: Int) {
        var (current, byteCount) = (size, 0)
        for step in steps {
            byteCount += step.memoryByteCount(for: current)
            current = try step.size(after: current)
            try limits.admit(current, as: "the edited picture")
        }
        return (current, byteCount)
    }

    /// What takes the rows of the picture before the chain and gives those after to what `open` opens.
    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        try consumer(of: input, after: 0, limits: limits, open)
    }

    private func consumer(
        of input: RowFormat,
        after index: Int,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        guard index < steps.count else { return try open(input) }
        return try steps[index].consumer(of: input, limits: limits) { output throws(ImagingError) in
            try consumer(of: output, after: index + 1, limits: limits, open)
        }
    }
}
