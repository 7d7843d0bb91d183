extension ProcessingRequest {
    /// What it asks for in vain: it is done without, and its owner is told.
    ///
    /// - Parameter source: The format of the copy that outputs are made from; options of an output that keeps it may belong to
    ///   another one.
    /// - Returns: A warning for each reason, of all operations first, then of each rendition.
    package func warnings(madeOf source: ImageFormat) -> [Warning] {
        Warning.inVain(operations, of: nil)
            + renditions.flatMap {
                $0.warnings(madeOf: source) + Warning.inVain($0.operations, of: $0.name.text)
            }
    }
}

extension Rendition {
    fileprivate func warnings(madeOf source: ImageFormat) -> [Warning] {
        let size = resize.optionsWithoutEffect
        let format = encoding.format == .preserve ? OutputFormat(source) : encoding.format
        let reason = "in a file of its source's format, \(source.rawValue)"
        return [
            Warning(inVain: size.names, size.reason, output: name.text),
            Warning(inVain: encoding.optionsWithoutEffect(in: format), reason, output: name.text),
        ].compactMap(\.self)
    }
}

extension Warning {
    /// Of sizes among operations.
    fileprivate static func inVain(_ operations: [Operation], of output: String?) -> [Warning] {
        operations.compactMap { operation in
            guard case .resize(let resize) = operation else { return nil }
            let (names, reason) = resize.optionsWithoutEffect
            return Warning(inVain: names, "\(reason) in a resize", output: output)
        }
    }

    /// Nil where there are no options.
    fileprivate init?(inVain names: [String], _ reason: String, output: String?) {
        guard !names.isEmpty else { return nil }
        let verb = names.count == 1 ? "has" : "have"
        let list = names.joined(separator: ", ")
        let text = "\(list) \(verb) no effect \(reason)."
        self.init(code: .noEffect, text: output.map { "\($0): \(text)" } ?? text, output: output)
    }
}

extension OutputFormat {
    fileprivate init(_ format: ImageFormat) {
        switch format {
        case .jpeg: self = .jpeg
        case .png: self = .png
        case .webp: self = .webp
        }
    }
}
