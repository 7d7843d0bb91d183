/// Something the contract can say and the pipeline cannot do yet.
///
/// This list is the only place that knows: whoever builds a feature removes its line.
struct UnsupportedFeature: Sendable {
    let detail: String
    /// The places in a request that ask for it.
    let places: @Sendable (ProcessingRequest) -> [JSONPointer]

    static let all: [UnsupportedFeature] = [
        request("puzzle", says: "a puzzle of a trimmed picture is not supported yet") {
            $0.puzzle != nil && $0.operations.contains(where: \.isTrim)
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
}

extension ProcessingRequest {
    /// Reports what the pipeline cannot do yet.
    func reportUnsupported(to problems: ProblemList) {
        for feature in UnsupportedFeature.all {
            for place in feature.places(self) { problems.add(place, .notSupported, feature.detail) }
        }
    }
}
