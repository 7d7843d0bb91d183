import CloudTemplate

/// Mapping templates by media type.
struct TemplateSet: Sendable {
    private let templates: [(type: MediaType, template: VelocityTemplate)]

    /// Parses the templates; adds a problem for each that is none.
    init(_ reader: PropertyReader?) {
        templates =
            reader?.names.compactMap { name in
                guard let text = reader?.node(name)?.scalar?.text else { return nil }
                do throws(VelocityError) {
                    return (MediaType(name), try VelocityTemplate(text))
                } catch {
                    reader?.refuse(name, "is no mapping template: line \(error.line): \(error.reason)")
                    return nil
                }
            } ?? []
    }

    /// Whether there is none.
    var isEmpty: Bool { templates.isEmpty }

    /// The template for a media type.
    func template(for type: MediaType) -> VelocityTemplate? {
        templates.first { $0.type.matches(type) }?.template
    }

    /// The template for an answer of a media type: its own, else the one for JSON, else the first; with its type.
    func responseTemplate(for type: MediaType) -> (type: MediaType, template: VelocityTemplate)? {
        templates.first { $0.type.matches(type) } ?? templates.first { $0.type.matches(.json) }
            ?? templates.first
    }
}
