import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Lets a table's items expire at the moments that an attribute of theirs says, in seconds since 1970; or no longer.
    struct UpdateTimeToLive: ServiceAction {
        struct Specification: Codable {
            var enabled: Bool
            var attributeName: String
        }

        struct Input: Decodable {
            var tableName: TableName
            var timeToLiveSpecification: Specification
        }

        struct Output: Encodable {
            var timeToLiveSpecification: Specification
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let specification = input.timeToLiveSpecification
            try check(specification)
            let table = try database.namedTable(input.tableName, context)
            switch (table.timeToLiveAttribute, specification.enabled) {
            case (nil, false): throw .validation("TimeToLive is already disabled")
            case (specification.attributeName?, true): throw .validation("TimeToLive is already enabled")
            case (let current?, _) where current != specification.attributeName:
                throw .validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is \(current)"
                )
            default: break
            }
            try database.setTimeToLive(specification.enabled ? specification.attributeName : nil, of: table)
            return Output(timeToLiveSpecification: specification)
        }

        private func check(_ specification: Specification) throws(ServiceError) {
            let name = specification.attributeName
            guard !(1...255).contains(name.utf8.count) else { return }
            let rule: Constraint.Rule = name.isEmpty ? .minimumLength(1) : .maximumLength(255)
            throw .constraints([Constraint(name, at: "timeToLiveSpecification.attributeName", rule)])
        }
    }
}
