extension ProcessingRequest {
    /// How many logos a request may use; a function holds them all at once.
    package static let maximumLogoCount = 8

    /// Every logo that a watermark of the request names, each once, in the order of their first places.
    package var logos: [ImageSource] { logoPlaces.map(\.logo) }

    /// The logos that are fetched from the web, in the order of their first places.
    package var webLogos: [WebAddress] {
        logos.compactMap { if case .url(let address) = $0 { address } else { nil } }
    }

    /// Every logo with the first place that names it.
    package var logoPlaces: [(logo: ImageSource, place: JSONPointer)] {
        var seen: Set<ImageSource> = []
        let own = Self.logos(of: operations, at: .root)
        let renditionPlaces = allRenditions.enumerated().flatMap { index, rendition in
            Self.logos(of: rendition.operations, at: .root.appending("renditions").appending(index))
        }
        return (own + renditionPlaces).filter { seen.insert($0.logo).inserted }
    }

    /// Refuses more logos than a request may use.
    func reportExcessLogos(to problems: ProblemList) {
        for (_, place) in logoPlaces.dropFirst(Self.maximumLogoCount) {
            problems.add(place, .tooMany, "is one more than the \(Self.maximumLogoCount) logos of a request")
        }
    }

    private static func logos(
        of operations: [Operation],
        at place: JSONPointer
    ) -> [(logo: ImageSource, place: JSONPointer)] {
        operations.enumerated().compactMap { index, operation in
            guard case .watermark(let watermark) = operation, let logo = watermark.image else { return nil }
            let operation = place.appending("operations").appending(index)
            return (logo, operation.appending("watermark").appending("image"))
        }
    }
}
