/// The kernels that weigh source pixels by their distance.
package enum ResampleFilter: String, CaseIterable, Hashable, Sendable {
    /// The nearest source pixel: hard edges, for pixel art.
    case nearest
    /// A triangle: soft.
    case bilinear
    /// The cubic of Mitchell and Netravali with B = C = 1/3: no ringing to speak of.
    case mitchell
    /// A windowed sinc of three lobes: sharp.
    case lanczos3
}
