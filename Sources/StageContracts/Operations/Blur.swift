/// A Gaussian blur.
package struct Blur: Encodable, Equatable, Sendable {
    /// The standard deviation in pixels of the picture.
    package let sigma: Double
}

extension Blur: ReadableObject {
    init?(reading reader: ObjectReader) {
        reader.require("sigma")
        guard let sigma = reader.number("sigma", in: 0.1...250) else { return nil }
        self.sigma = sigma
    }
}
