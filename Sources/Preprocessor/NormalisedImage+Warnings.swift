import Imaging
import StageContracts

extension NormalisedImage {
    /// What the owner may not expect of the copy.
    var warnings: [Warning] {
        guard case .rewritten(_, let changes) = self, changes.contains(.keptFirstFrame) else { return [] }
        return [Warning(code: .firstFrameOnly, text: "Only the first frame of the animation is used.")]
    }
}
