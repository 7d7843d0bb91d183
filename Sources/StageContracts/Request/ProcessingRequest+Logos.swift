extension ProcessingRequest {
    /// How many logos a request may use; a function holds them all at once.
    package static let maximumLogoCount = 8

    /// Every logo that a watermark of the request names, each once, in the order of their first places.
    package var logos: [ImageSource] { logoPlaces.map(\.logo) }

    /// The logos that are fetched from the web, in the order of their first places, with these.
    package var webLogos: [(address: WebAddress, place: JSONPointer)] {
        logoPlaces.compactMap { logo, place in
            guard case .url(let address) = logo else { return nil }
            return (address, place.appending("url"))
        }
    }

    /// Every logo with the first place that names it.
    package var logoPlaces: [(logo: ImageSource, place: JSONPointer)] {
        var seen: Set<ImageSource> = []
        let places = Operation.placed(operations, allRenditions).compactMap { operation, place in
            operation.logo.map { (logo: $0, place: place.appending("watermark").appending("image")) }
        }
        return places.filter { seen.insert($0.logo).inserted }
    }

    /// Refuses more logos than a request may use.
    func reportExcessLogos(to problems: ProblemList) {
        for (_, place) in logoPlaces.dropFirst(Self.maximumLogoCount) {
            problems.add(place, .tooMany, "is one more than the \(Self.maximumLogoCount) logos of a request")
        }
    }
}

extension Operation {
    /// The operations of a request and of its renditions, each with its place.
    package static func placed(
        _ operations: [Operation],
        _ renditions: [Rendition]
    ) -> [(operation: Operation, place: JSONPointer)] {
        let places = renditions.indices.map { JSONPointer.root.appending("renditions").appending($0) }
        return placed(operations, at: .root)
            + zip(renditions, places).flatMap { placed($0.operations, at: $1) }
    }

    private static func placed(
        _ operations: [Operation],
        at place: JSONPointer
    ) -> [(operation: Operation, place: JSONPointer)] {
        let list = place.appending("operations")
        return operations.enumerated().map { (operation: $1, place: list.appending($0)) }
    }

    /// The logo that a watermark lays over the picture.
    fileprivate var logo: ImageSource? {
        guard case .watermark(let watermark) = self else { return nil }
        return watermark.image
    }
}
