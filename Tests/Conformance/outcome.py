"""What a call came to, so that two implementations can be compared."""

from botocore.exceptions import ClientError


def outcome(call, *wanted, **parameters):
    """The members of an answer that are wanted, or the code of the error and its status."""
    try:
        answer = call(**parameters)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]
    return {name: answer.get(name) for name in wanted}
