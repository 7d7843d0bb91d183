/// Amazon DynamoDB.
package enum DynamoDB {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        BatchGetItem.self, BatchWriteItem.self, CreateTable.self, DeleteItem.self, DeleteTable.self,
        DescribeContinuousBackups.self, DescribeTable.self, DescribeTimeToLive.self, GetItem.self,
        ListTables.self, ListTagsOfResource.self, PutItem.self, Query.self, Scan.self, TagResource.self,
        TransactGetItems.self, TransactWriteItems.self, UntagResource.self, UpdateContinuousBackups.self,
        UpdateItem.self, UpdateTable.self, UpdateTimeToLive.self,
    ])
}
