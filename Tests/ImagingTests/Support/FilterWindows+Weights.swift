@testable import Imaging

extension FilterWindows {
    /// The weights of output pixel `index`.
    func weights(of index: Int) -> [Double] {
        var weights: [Double] = []
        withWeights(of: index) { weights = Array($0) }
        return weights
    }
}
