import Imaging

extension RenderedImage {
    /// Whether its file was written anew.
    var isEncoded: Bool {
        steps.contains { if case .encode = $0 { true } else { false } }
    }
}
