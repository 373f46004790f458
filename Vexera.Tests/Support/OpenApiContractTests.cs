using System.Text.Json;

namespace Vexera.Tests.Support;

public sealed class OpenApiContractTests
{
    private static readonly OpenApiContract Contract = new(JsonDocument.Parse("""
        {
          "paths": {
            "/users/{user_id}": {
              "parameters": [{ "name": "user_id", "in": "path", "schema": { "type": "string" } }],
              "get": {
                "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1 } }],
                "responses": {
                  "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } },
                  "204": { "description": "nothing" },
                  "4XX": { "$ref": "#/components/responses/Failure" }
                }
              },
              "patch": {
                "requestBody": { "required": true, "content": { "application/json": { "schema": {
                  "allOf": [
                    { "type": "object", "properties": { "nick": { "type": ["string", "null"], "maxLength": 4 } } },
                    { "type": "object", "properties": { "flags": { "type": "integer", "enum": [1, 2] }, "bits": { "type": "integer" } } }
                  ] } } } },
                "responses": { "200": { "description": "done" } }
              }
            },
            "/users/@me": { "get": { "responses": { "200": { "description": "me" } } } }
          },
          "components": {
            "schemas": {
              "User": {
                "type": "object",
                "properties": {
                  "id": { "type": "string", "format": "snowflake" },
                  "seen": { "type": ["string", "null"], "format": "date-time" },
                  "kind": { "oneOf": [{ "type": "null" }, { "type": "integer", "oneOf": [{ "const": 3 }, { "const": 5 }] }] },
                  "names": { "type": "array", "items": { "type": "string", "minLength": 1 }, "maxItems": 2, "uniqueItems": true }
                },
                "required": ["id"]
              }
            },
            "responses": {
              "Failure": { "content": { "application/json": { "schema": {
                "type": "object", "properties": { "code": { "type": "integer" } }, "required": ["code"] } } } }
            }
          }
        }
        """).RootElement);

    [Theory]
    [InlineData("""{"id":"5"}""")]
    [InlineData("""{"id":"5","seen":"2026-01-02T03:04:05.678000+00:00","kind":3,"names":["a","b"]}""")]
    [InlineData("""{"id":"5","seen":null,"kind":null,"something_new":true}""")]
    public void CheckResponse_AsDescribed_FindsNothing(string body) =>
        Contract.CheckResponse(HttpMethod.Get, "/api/v10/users/5", 200, body).ShouldBeEmpty();

    [Theory]
    [InlineData("""{}""", ".id: missing")]
    [InlineData("""{"id":5}""", ".id: 5 is not \"string\"")]
    [InlineData("""{"id":"5x"}""", "is not a snowflake")]
    [InlineData("""{"id":"5","seen":"yesterday"}""", "is not a date-time")]
    [InlineData("""{"id":"5","kind":4}""", ".kind: 4 is not")]
    [InlineData("""{"id":"5","names":["a","b","c"]}""", "above maxItems 2")]
    [InlineData("""{"id":"5","names":["a","a"]}""", "items repeat")]
    [InlineData("""{"id":"5","names":[""]}""", ".names[0]: 0 is below minLength 1")]
    [InlineData("""[]""", "is not \"object\"")]
    [InlineData("""{""", "not JSON")]
    [InlineData("", "the body is missing")]
    public void CheckResponse_Otherwise_NamesThePlace(string body, string expected) =>
        Contract.CheckResponse(HttpMethod.Get, "/users/5", 200, body).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData(204, "", null)]
    [InlineData(204, "{}", "a body where none is described")]
    [InlineData(404, """{"code":1}""", null)]
    [InlineData(404, """{}""", ".code: missing")]
    [InlineData(500, "", "status 500 is not described")]
    public void CheckResponse_EachStatus_HasItsOwnSchema(int status, string body, string? expected)
    {
        var errors = Contract.CheckResponse(HttpMethod.Get, "/users/5", status, body);
        if (expected is null)
            errors.ShouldBeEmpty();
        else
            errors.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData("""{"nick":"abcd","flags":2,"bits":"8192"}""", null)]
    [InlineData("""{"nick":"🌲🌲🌲🌲"}""", null)]
    [InlineData("""{"nick":"abcde"}""", "above maxLength 4")]
    [InlineData("""{"flags":3}""", "is not one of [1, 2]")]
    [InlineData("""{"nickname":"a"}""", ".nickname: not described")]
    [InlineData(null, "the body is missing")]
    public void CheckRequest_AgainstAllOf_IsStrict(string? body, string? expected)
    {
        var errors = Contract.CheckRequest(HttpMethod.Patch, "/users/5", body);
        if (expected is null)
            errors.ShouldBeEmpty();
        else
            errors.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData("/users/5?limit=3", null)]
    [InlineData("/users/5?limit=0", "below 1")]
    [InlineData("/users/5?limt=3", "query parameter limt is not described")]
    [InlineData("/user/5", "no such operation")]
    public void CheckRequest_PathAndQuery_AreKnown(string path, string? expected)
    {
        var errors = Contract.CheckRequest(HttpMethod.Get, path, null);
        if (expected is null)
            errors.ShouldBeEmpty();
        else
            errors.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void CheckResponse_LiteralSegment_WinsOverParameter() =>
        Contract.CheckResponse(HttpMethod.Get, "/users/@me", 200, null).ShouldBeEmpty();

    [Fact]
    public void FindOrSkip_DiscordsDescription_KnowsTheRoutesOfABot()
    {
        var contract = OpenApiContract.FindOrSkip();

        contract.CheckRequest(HttpMethod.Post, "/channels/1/messages", """{"content":"hi","nonce":"n","enforce_nonce":true}""").ShouldBeEmpty();
        contract.CheckRequest(HttpMethod.Post, "/channels/1/messages", """{"contents":"hi"}""").ShouldHaveSingleItem().ShouldContain("contents");
        contract.CheckRequest(HttpMethod.Put, "/applications/1/commands",
            """[{"name":"ban","description":"Bans.","type":1,"default_member_permissions":"4","options":[{"type":6,"name":"user","description":"Who","required":true}]}]""")
            .ShouldBeEmpty();
        contract.CheckResponse(HttpMethod.Get, "/gateway/bot", 200, """{"url":"wss://gateway.discord.gg","shards":1}""")
            .ShouldHaveSingleItem().ShouldContain("session_start_limit");
    }
}
