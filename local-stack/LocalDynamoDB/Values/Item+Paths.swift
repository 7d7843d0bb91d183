import LocalServiceKit

extension Item {
    /// Puts a value into the place; throws where the map or list that should hold it is missing.
    mutating func set(_ path: DocumentPath, to value: AttributeValue) throws(ServiceError) {
        try replace(path, by: value)
    }

    /// Takes the value out of its place; throws where the map or list that should hold it is missing.
    mutating func remove(_ path: DocumentPath) throws(ServiceError) {
        try replace(path, by: nil)
    }

    /// Puts a value into the place, or takes it out for nil.
    mutating func replace(_ path: DocumentPath, by value: AttributeValue?) throws(ServiceError) {
        guard path.isNested else {
            self[path.attribute] = value
            return
        }
        guard let root = self[path.attribute] else { throw .invalidDocumentPath }
        self[path.attribute] = try root.replacing(path.elements.dropFirst(), by: value)
    }
}

extension AttributeValue {
    fileprivate func replacing(
        _ path: ArraySlice<DocumentPath.Element>,
        by value: AttributeValue?
    ) throws(ServiceError) -> AttributeValue {
        guard let step = path.first else { throw .invalidDocumentPath }
        switch (step, self) {
        case (.name(let name), .map(var map)):
            guard path.count > 1 else {
                map[name] = value
                return .map(map)
            }
            guard let child = map[name] else { throw .invalidDocumentPath }
            map[name] = try child.replacing(path.dropFirst(), by: value)
            return .map(map)
        case (.index(let index), .list(let list)):
            return .list(try list.replacing(index, path.dropFirst(), by: value))
        default:
            throw .invalidDocumentPath
        }
    }
}

extension [AttributeValue] {
    /// An index beyond the end means the end.
    fileprivate func replacing(
        _ index: Int,
        _ rest: ArraySlice<DocumentPath.Element>,
        by value: AttributeValue?
    ) throws(ServiceError) -> [AttributeValue] {
        var list = self
        guard rest.isEmpty else {
            guard index < count else { throw .invalidDocumentPath }
            list[index] = try list[index].replacing(rest, by: value)
            return list
        }
        switch (value, index < count) {
        case (let value?, true): list[index] = value
        case (let value?, false): list.append(value)
        case (nil, true): list.remove(at: index)
        case (nil, false): break
        }
        return list
    }
}

extension ServiceError {
    fileprivate static let invalidDocumentPath = ServiceError.validation(
        "The document path provided in the update expression is invalid for update"
    )
}
