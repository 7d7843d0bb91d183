/// Amazon DynamoDB.
package enum DynamoDB {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        CreateTable.self, DeleteItem.self, DeleteTable.self, DescribeTable.self, DescribeTimeToLive.self,
        GetItem.self, ListTables.self, PutItem.self, Query.self, Scan.self, UpdateItem.self,
        UpdateTimeToLive.self,
    ])
}
