import LocalServiceKit

/// Reads filter policies and holds them to AWS's limits.
struct FilterPolicyReader {
    let scope: FilterScope

    private static let maximumKeyCount = 5
    private static let maximumCombinations = 150
    private static let alternativesKey = "$or"

    /// What has been read so far, and how many combinations of values it means.
    private struct Reading {
        var alternatives: [[FilterRule]] = [[]]
        var combinations = 1
    }

    /// The alternatives of a policy.
    func read(_ policy: WireObject) throws(FilterPolicyError) -> [[FilterRule]] {
        guard policy.members.count <= Self.maximumKeyCount else {
            throw FilterPolicyError("Filter policy can not have more than 5 keys")
        }
        var reading = Reading()
        try read(policy, parent: nil, depth: 1, &reading)
        return reading.alternatives
    }

    private func read(
        _ object: WireObject,
        parent: String?,
        depth: Int,
        _ reading: inout Reading
    ) throws(FilterPolicyError) {
        for member in object.members {
            let path = parent.map { "\($0).\(member.name)" } ?? member.name
            switch member.value {
            case .object(let object):
                guard scope == .messageBody else {
                    throw FilterPolicyError(
                        plain: "Filter policy scope MessageAttributes does not support nested filter policy"
                    )
                }
                try read(object, parent: path, depth: depth + 1, &reading)
            case .array(let elements):
                if let choices = Self.choices(member.name, elements) {
                    try read(choices, parent: parent, depth: depth, &reading)
                } else {
                    try add(elements, path: path, depth: depth, &reading)
                }
            default: throw FilterPolicyError("\"\(member.name)\" must be an object or an array")
            }
        }
    }

    /// The objects of a `$or`; with fewer than two, or other elements, it is a key like any other.
    private static func choices(_ name: String, _ elements: [WireValue]) -> [WireObject]? {
        let objects = elements.compactMap(\.object)
        return name == alternativesKey && objects.count == elements.count && objects.count > 1 ? objects : nil
    }

    private func read(
        _ choices: [WireObject],
        parent: String?,
        depth: Int,
        _ reading: inout Reading
    ) throws(FilterPolicyError) {
        var sum = Reading(alternatives: [], combinations: 0)
        for choice in choices {
            var branch = reading
            try read(choice, parent: parent, depth: depth, &branch)
            sum.alternatives += branch.alternatives
            sum.combinations += branch.combinations
            try Self.check(sum)
        }
        reading = sum
    }

    private func add(
        _ elements: [WireValue],
        path: String,
        depth: Int,
        _ reading: inout Reading
    ) throws(FilterPolicyError) {
        guard !elements.isEmpty else { throw FilterPolicyError("Empty arrays are not allowed") }
        var conditions: [FilterCondition] = []
        for element in elements { conditions.append(try FilterCondition(element)) }
        let rule = FilterRule(path: path, conditions: conditions)
        for index in reading.alternatives.indices { reading.alternatives[index].append(rule) }
        reading.combinations *= elements.count * depth
        try Self.check(reading)
    }

    /// Checks while reading, so that no policy grows beyond the limit first.
    private static func check(_ reading: Reading) throws(FilterPolicyError) {
        guard reading.combinations <= maximumCombinations else {
            throw FilterPolicyError("Filter policy is too complex")
        }
    }
}
