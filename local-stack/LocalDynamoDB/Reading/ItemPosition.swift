/// Where an item lies among those of a table or an index.
struct ItemPosition: Sendable {
    /// Its key there.
    let place: ItemKey
    /// Its key in the table, by which items of one key of an index are ordered.
    let key: ItemKey
}
