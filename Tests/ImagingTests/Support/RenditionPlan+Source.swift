@testable import Imaging

extension RenditionPlan {
    /// A JPEG that may be the source as it is coded.
    static let sourceAsItIs: RenditionPlan = {
        var plan = RenditionPlan(Resize(), as: .jpeg())
        plan.mayBeSource = true
        return plan
    }()
}
