/// Something a caller writes as a JSON object.
protocol ReadableObject {
    /// Reads the value member by member; nil if a problem was reported that leaves nothing usable.
    init?(reading reader: ObjectReader)
}
