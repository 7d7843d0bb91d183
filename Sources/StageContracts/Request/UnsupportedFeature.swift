/// Something the contract can say and the pipeline cannot do yet.
///
/// This list is the only place that knows: whoever builds a feature removes its line.
struct UnsupportedFeature: Sendable {
    let detail: String
    /// The places in a request that ask for it.
    let places: @Sendable (ProcessingRequest) -> [JSONPointer]

    static let all: [UnsupportedFeature] = [
        request("operations", says: "logos from the web are not supported yet") {
            $0.operations.contains(where: \.isLogoFromWeb)
        },
        request("puzzle", says: "a puzzle of a trimmed picture is not supported yet") {
            $0.puzzle != nil && $0.operations.contains(where: \.isTrim)
        },
        rendition("operations", says: "logos from the web are not supported yet") {
            $0.operations.contains(where: \.isLogoFromWeb)
        },
    ]
}

extension UnsupportedFeature {
    private static func request(
        _ path: String...,
        says detail: String,
        isAsked: @escaping @Sendable (ProcessingRequest) -> Bool
    ) -> UnsupportedFeature {
        let place = path.reduce(JSONPointer.root) { $0.appending($1) }
        return UnsupportedFeature(detail: detail) { isAsked($0) ? [place] : [] }
    }

    private static func rendition(
        _ member: String,
        says detail: String,
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
