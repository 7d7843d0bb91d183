import LocalServiceKit
import LocalStore

extension Database {
    /// The table of that ARN; throws where there is none.
    func table(arn: String, _ context: ActionContext) throws(ServiceError) -> Table {
        guard let parts = ARN(arn), parts.service == "dynamodb", parts.resource.hasPrefix("table/") else {
            throw .validation("Invalid TableArn: Invalid ResourceArn provided as input \(arn)")
        }
        guard let table = try existingTable(TableName(arn), context) else {
            // The text is AWS's own, to the letter.
            throw ServiceError(
                "ResourceNotFoundException",
                "Requested resource not found: ResourcArn: \(arn) not found"
            )
        }
        return table
    }

    /// The labels of a table.
    func tags(of table: Table) throws(ServiceError) -> [String: String] {
        let row = try first("SELECT tags FROM ddb_table WHERE id = ?", .integer(table.id))
        return try row?.value(Row.texts, of: "tags") ?? [:]
    }

    /// Changes the labels of a table; it has 50 at most.
    func changeTags(
        of table: Table,
        _ change: (inout [String: String]) -> Void
    ) throws(ServiceError) {
        var tags = try tags(of: table)
        change(&tags)
        guard tags.count <= 50 else {
            throw .validation("One or more parameter values were invalid: Tag limit exceeded")
        }
        try run("UPDATE ddb_table SET tags = ? WHERE id = ?", .text(tags.json), .integer(table.id))
    }
}
