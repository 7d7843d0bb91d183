package import Imaging
package import StageContracts

extension StageContracts.ImageFormat {
    /// The record's word for a format of the imaging engine.
    package init(_ format: Imaging.ImageFormat) {
        switch format {
        case .jpeg: self = .jpeg
        case .png: self = .png
        case .webp: self = .webp
        }
    }
}
