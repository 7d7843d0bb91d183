extension RefusedRequest {
    // The requests that break a rule, by what they break it with.
    private static let invalid = "One or more parameter values were invalid: "
    private static let emptyKey =
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "

    static let keys = [
        RefusedRequest(
            "GetItem",
            #"{"TableName": "photos", "Key": {}}"#,
            "The provided key element does not match the schema"
        ),
        RefusedRequest(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"N": "1"}}}"#,
            "The provided key element does not match the schema"
        ),
        RefusedRequest(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}, "x": {"S": "b"}}}"#,
            "The provided key element does not match the schema"
        ),
        RefusedRequest(
            "DeleteItem",
            #"{"TableName": "sorted", "Key": {"id": {"S": "a"}}}"#,
            "The provided key element does not match the schema"
        ),
        RefusedRequest(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": ""}}}"#,
            emptyKey + "string value. Key: id"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": ""}}}"#,
            emptyKey + "string value. Key: id"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"x": {"S": "a"}}}"#,
            invalid + "Missing the key id in the item"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"N": "1"}}}"#,
            invalid + "Type mismatch for key id expected: S actual: N"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "\#(String(repeating: "k", count: 2049))"}}}"#,
            invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"
        ),
        RefusedRequest(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "REMOVE id"}"#,
            invalid + "Cannot update attribute id. This attribute is part of the key"
        ),
        RefusedRequest(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x = id.y"}"#,
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id"
        ),
        RefusedRequest(
            "DeleteItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(id[0])"}"#,
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: id"
        ),
    ]

    static let expressions = [
        RefusedRequest(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x 1"}"#,
            #"Invalid UpdateExpression: Syntax error; token: "1", near: "x 1""#
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(status)"}"#,
            "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: status"
        ),
        RefusedRequest(
            "GetItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ProjectionExpression": ""}"#,
            "Invalid ProjectionExpression: The expression can not be empty;"
        ),
        RefusedRequest(
            "GetItem",
            ##"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ExpressionAttributeNames": {"#a": "b"}}"##,
            "ExpressionAttributeNames can only be specified when using expressions"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null"
        ),
        RefusedRequest(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "UpdateExpression and ConditionExpression are null"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "attribute_exists(x)", "#
                + #""ExpressionAttributeValues": {":a": {"S": "b"}}}"#,
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ConditionExpression": "x = :a", "#
                + #""ExpressionAttributeValues": {":a": {"N": "b"}}}"#,
            "ExpressionAttributeValues contains invalid value: "
                + "The parameter cannot be converted to a numeric value: b for key :a"
        ),
    ]

    static let members = [
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos"}"#,
            "1 validation error detected: Value null at 'item' failed to satisfy constraint: Member must not be null"
        ),
        RefusedRequest(
            "GetItem",
            #"{"TableName": "", "Key": {}}"#,
            "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1"
        ),
        RefusedRequest(
            "CreateTable",
            #"{"TableName": "a;", "AttributeDefinitions": [], "KeySchema": []}"#,
            "2 validation errors detected: Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                + "Value 'a;' at 'tableName' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 3"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ReturnValues": "X", "ReturnConsumedCapacity": "Y"}"#,
            "2 validation errors detected: Value 'X' at 'returnValues' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; "
                + "Value 'Y' at 'returnConsumedCapacity' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}}, "ReturnValues": "ALL"}"#,
            "1 validation error detected: Value 'ALL' at 'returnValues' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"
        ),
        RefusedRequest(
            "DeleteItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "ReturnValues": "ALL_NEW"}"#,
            "ReturnValues can only be ALL_OLD or NONE"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": {"S": "\#(String(repeating: "x", count: 409_597))"}}}"#,
            "Item size has exceeded the maximum allowed size"
        ),
        RefusedRequest(
            "UpdateItem",
            #"{"TableName": "photos", "Key": {"id": {"S": "a"}}, "UpdateExpression": "SET x = :x", "#
                + #""ExpressionAttributeValues": {":x": {"S": "\#(String(repeating: "x", count: 409_597))"}}}"#,
            "Item size to update has exceeded the maximum allowed size"
        ),
        RefusedRequest(
            "PutItem",
            #"{"TableName": "photos", "Item": {"id": {"S": "a"}, "x": {"NS": ["1", "1.0"]}}}"#,
            "Input collection contains duplicates"
        ),
    ]
}
