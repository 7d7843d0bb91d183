package import Imaging
package import StageContracts

extension MetadataFields {
    /// The engine's form of what an output keeps.
    package init(_ selection: MetadataSelection) {
        switch selection {
        case .all: self = .all
        case .only(let fields): self = MetadataFields(fields.map(MetadataFields.init))
        }
    }

    /// The fields that some output of a request keeps: what a copy of the source must hold, and nothing more.
    package init(keptBy request: ProcessingRequest) {
        self = MetadataFields(request.allRenditions.map { MetadataFields($0.metadata) })
    }

    private init(_ field: MetadataField) {
        switch field {
        case .copyright: self = .copyright
        case .dates: self = .dates
        case .camera: self = .camera
        case .lens: self = .lens
        case .exposure: self = .exposure
        case .gps: self = .gps
        }
    }
}
