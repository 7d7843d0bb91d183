/// How far chroma stays coarser than luma after scaled decoding: luma samples for one of chroma, along a side.
///
/// Scaled decoders give both alike where they can: 1 unless a JPEG is sampled in an unusual way.
struct ResidualSubsampling: Hashable {
    /// For outputs with fewer chroma samples than pixels.
    var forSubsampledOutputs = 1
    /// For outputs with a chroma sample for each pixel; 2 for JPEGs of 4:2:2 and 4:4:0.
    var forFullOutputs = 1
}
