/// Something the contract can say and the pipeline cannot do yet.
///
/// This list is the only place that knows: whoever builds a feature removes its line.
struct UnsupportedFeature: Sendable {
    let detail: String
    /// The places in a request that ask for it.
    let places: @Sendable (ProcessingRequest) -> [JSONPointer]

    static let all: [UnsupportedFeature] = [
        request("source", "url", "URL sources are not supported yet") {
            if case .url = $0.source { true } else { false }
        },
        request("operations", "operations are not supported yet") { !$0.operations.isEmpty },
        request("preset", "presets are not supported yet") { $0.preset != nil },
        request("puzzle", "puzzles are not supported yet") { $0.puzzle != nil },
        request("notify", "webhook", "webhooks are not supported yet") { $0.notify?.webhook != nil },
        request("notify", "channel", "channels are not supported yet") { $0.notify?.channel != nil },
        request("retention", "only keep is supported yet") { $0.retention != .keep },
        request("tolerant", "damaged sources are always refused yet") { $0.tolerant },
        rendition("operations", "operations are not supported yet") { !$0.operations.isEmpty },
        rendition("filter", "only lanczos3 is supported yet") { $0.resize.filter != .lanczos3 },
        rendition("linearLight", "linear light is not supported yet") { $0.resize.linearLight },
        rendition("gravity", "only center is supported yet") { $0.resize.gravity != .center },
        rendition("metadata", "a choice of metadata is not supported yet") { $0.metadata != .standard },
        rendition("maximumBytes", "a size limit is not supported yet") { $0.encoding.maximumBytes != nil },
        rendition("palette", "palettes are not supported yet") { $0.encoding.palette == true },
    ]
}

extension UnsupportedFeature {
    private static func request(
        _ path: String...,
        isAsked: @escaping @Sendable (ProcessingRequest) -> Bool
    ) -> UnsupportedFeature {
        let place = path.dropLast().reduce(JSONPointer.root) { $0.appending($1) }
        return UnsupportedFeature(detail: path[path.count - 1]) { isAsked($0) ? [place] : [] }
    }

    private static func rendition(
        _ member: String,
        _ detail: String,
        isAsked: @escaping @Sendable (Rendition) -> Bool
    ) -> UnsupportedFeature {
        UnsupportedFeature(detail: detail) { request in
            request.renditions.indices.filter { isAsked(request.renditions[$0]) }.map {
                JSONPointer.root.appending("renditions").appending($0).appending(member)
            }
        }
    }
}

extension ProcessingRequest {
    /// Reports what the pipeline cannot do yet.
    func reportUnsupported(to problems: ProblemList) {
        for feature in UnsupportedFeature.all {
            for place in feature.places(self) { problems.add(place, .notSupported, feature.detail) }
        }
    }
}
