/// An output that has a shape but no members: the Query protocol writes an empty result for it, and none for `Nothing`.
struct NoMembers: Codable, Sendable {}
