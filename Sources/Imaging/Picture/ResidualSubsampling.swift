/// How much coarser than its pixels a picture's coarsest samples are where decoding at a smaller scale does not make up for it.
///
/// In pixels along a side; 1 unless a JPEG is sampled in an unusual way.
struct ResidualSubsampling: Hashable {
    /// What counts for outputs of fewer colour samples than pixels.
    var forSubsampledOutputs = 1
    /// What counts for outputs that have a colour sample for each pixel; 2 for JPEGs of 4:2:2 and 4:4:0.
    var forFullOutputs = 1
}
