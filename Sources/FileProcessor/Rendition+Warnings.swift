import Imaging
import StageContracts

extension Rendition {
    /// What the owner may not expect of the picture that was made.
    func warnings(about image: RenderedImage, _ source: SourceDescription?) -> [Warning] {
        var warnings: [Warning] = []
        if !resize.enlarge, isSmallerThanAsked(image.size) {
            let text =
                "\(name.text) has \(image.size.width) × \(image.size.height) pixels: enlarging was not asked for."
            warnings.append(Warning(code: .notEnlarged, text: text, output: name.text))
        }
        if source?.hasAlpha == true, image.format == .jpeg {
            let text = "\(name.text) has no transparency: JPEG cannot keep it."
            warnings.append(Warning(code: .flattened, text: text, output: name.text))
        }
        return warnings
    }

    /// Whether every side that was asked for is missed; with one side met, the other follows from the shape.
    private func isSmallerThanAsked(_ size: PixelSize) -> Bool {
        let misses = [resize.width.map { size.width < $0 }, resize.height.map { size.height < $0 }]
            .compactMap(\.self)
        return !misses.isEmpty && misses.allSatisfy(\.self)
    }
}
