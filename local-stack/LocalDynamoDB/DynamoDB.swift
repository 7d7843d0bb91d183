import LocalServiceKit

/// Amazon DynamoDB.
enum DynamoDB {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        BatchGetItem(), BatchWriteItem(), CreateTable(), DeleteItem(), DeleteTable(),
        DescribeContinuousBackups(), DescribeTable(), DescribeTimeToLive(), GetItem(),
        ListTables(), ListTagsOfResource(), PutItem(), Query(), Scan(), TagResource(),
        TransactGetItems(), TransactWriteItems(), UntagResource(), UpdateContinuousBackups(),
        UpdateItem(), UpdateTable(), UpdateTimeToLive(),
    ])
}
