"""GraphQL as other programs see it, with graphql-core as the one who knows (issue rows of the record engine: REST and GraphQL)."""
import json
import time

import pytest
from graphql import (ExecutableDefinitionNode, GraphQLSyntaxError, build_client_schema, get_introspection_query, graphql_sync, parse,
                     validate, validate_schema)

import program
from graphql_client import Client, Grammar, Questions, address, signed_in

INTROSPECTION = get_introspection_query(directive_is_repeatable=True, schema_description=True, input_value_deprecation=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("graphql") / "data"


@pytest.fixture(scope="module")
def server(folder):
    running = program.Server(folder, language="en")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def client(server, folder):
    return signed_in(folder, server.port, "林静", "marketing")


@pytest.fixture(scope="module")
def schema(client):
    return build_client_schema(client.data(INTROSPECTION))


def test_the_schema_is_one_that_graphql_core_accepts(schema):
    assert validate_schema(schema) == []
    assert {"PestCard", "PestCardList", "PestCardFilter", "Record", "Money"} <= set(schema.type_map)
    assert len(schema.get_possible_types(schema.type_map["Record"])) >= 80
    assert str(schema.type_map["PestCard"].fields["strength"].type) == "Int"


def could_be_read(text):
    try:
        document = parse(text)
    except GraphQLSyntaxError as error:
        return False, (error.locations[0].line, error.locations[0].column)
    except IndexError:  # graphql-core looks past the end of a text that ends within an escape
        return False, None
    return all(isinstance(node, ExecutableDefinitionNode) for node in document.definitions), None


def was_read(client, text):
    errors = client.ask(text).get("errors", [])
    faults = [error for error in errors if error["extensions"]["code"] == "graphql.syntax"]
    return not faults, (faults[0]["locations"][0]["line"], faults[0]["locations"][0]["column"]) if faults else None


def test_documents_of_the_grammar_are_read_and_broken_ones_refused_as_graphql_core_does(client):
    grammar, counts = Grammar(7), {True: 0, False: 0}
    for number in range(1_500):
        text = grammar.document() if number % 3 == 0 else grammar.broken()
        if not text.strip():
            continue
        (theirs, their_place), (ours, our_place) = could_be_read(text), was_read(client, text)
        assert ours == theirs, f"graphql-core {'reads' if theirs else 'refuses'} it, we do not agree: {text!r}"
        counts[ours] += 1
        # What stands first in its line graphql-core counts to the line before (3.2.8).
        assert theirs or not their_place or their_place == our_place or our_place[1] == 1, (text, their_place, our_place)
    assert min(counts.values()) > 300, counts


def test_queries_are_accepted_and_refused_as_graphql_core_does(client, schema):
    counts = {True: 0, False: 0}
    for seed in range(700):
        text = Questions(schema, seed, errors=0.0 if seed % 3 == 0 else 0.02).document()
        theirs = validate(schema, parse(text), max_errors=3)
        answer = client.ask(text)
        codes = {error["extensions"]["code"] for error in answer.get("errors", [])}
        if codes & {"graphql.too_costly", "graphql.too_deep"}:
            continue
        # What only variables' values can show is not wrong with the text.
        ours = "data" in answer or codes <= {"graphql.variable_missing", "graphql.variable_wrong"}
        assert ours == (theirs == []), (text, [error.message for error in theirs], answer.get("errors"))
        counts[ours] += 1
    assert min(counts.values()) > 100, counts


def test_questions_about_the_schema_are_answered_as_graphql_core_answers_them(client, monkeypatch):
    """An independent executor on the same questions: fragments, aliases, directives, lists, nulls and their order."""
    growing = {"fields", "interfaces", "possibleTypes", "inputFields"}
    told = client.data(INTROSPECTION)
    meta = build_client_schema(told)
    for kind in told["__schema"]["types"]:  # graphql-core has words of its own for the types of the language itself
        if kind["name"] in ("Int", "Float", "String", "Boolean", "ID") and kind["name"] in meta.type_map:
            monkeypatch.setattr(meta.type_map[kind["name"]], "description", kind["description"])
    for seed in range(60):
        questions = Questions(meta, seed, root="__Type", only=lambda kind, field, depth: field not in growing or depth == 0)
        questions.errors = 0.0
        inner = questions.selections(meta.type_map["__Type"])
        if questions.variables:
            continue
        for name in ["PestCard", "Record", "PestCardFilter", "PestCard_factor", "Money", "Nothing"]:
            text = f'query {{ it: __type(name: "{name}") {inner} }}\n' + "\n".join(questions.fragments)
            if validate(meta, parse(text)):
                continue
            theirs, ours = graphql_sync(meta, text), client.ask(text)
            assert theirs.errors is None and json.dumps(ours["data"]) == json.dumps(theirs.data), text


def test_what_is_asked_for_comes_as_rest_tells_it(client):
    made = client.data("""mutation Make($values: PestCardValues!) { one: create_pest_card(values: $values) { code version }
        two: create_pest_card(values: {title: "B", factor: economic, direction: threat, strength: 2, owner: "林静"}) { number } }""",
                       {"values": {"title": "关税 \"x\"", "factor": "political", "direction": "threat", "strength": 4, "seen_on": "2026-11-05"}})
    assert list(made) == ["one", "two"] and made["one"] == {"code": "PEST-1", "version": 1}
    listed = client.data("""{ pest_card_list(filter: {strength: {from: 3}}, sort: title) { total records { code title factor strength seen_on
        owner state version changed_by archived } } }""")["pest_card_list"]
    rest = client.get("/api/v1/records/pest_card?strength.from=3&sort=title")
    assert listed["total"] == rest["total"] == 1
    for ours, theirs in zip(listed["records"], rest["records"]):
        assert {name: ours[name] for name in ("code", "version", "state", "changed_by", "archived")} == {
            name: theirs[name] for name in ("code", "version", "state", "changed_by", "archived")}
        assert all(ours[name] == theirs["values"][name] for name in ("title", "factor", "strength", "seen_on", "owner"))
    by_get = json.loads(client.send("GET", address(query="query Q($n: Int!) { pest_card(number: $n) { title } }", variables='{"n": 2}'))[1])
    assert by_get == {"data": {"pest_card": {"title": "B"}}}


def test_two_who_edit_one_record_get_a_clear_conflict_in_their_language(client, server):
    client.data('mutation { create_pest_card(values: {title: "C", factor: social, direction: neutral}) { code } }')
    number = client.data('{ pest_card_list(search: "C") { records { number version } } }')["pest_card_list"]["records"][0]["number"]
    change = "mutation Change($n: Int!, $v: Int!, $t: String) { update_pest_card(number: $n, version: $v, values: {title: $t}) { version title } }"
    assert client.data(change, {"n": number, "v": 1, "t": "mine"}) == {"update_pest_card": {"version": 2, "title": "mine"}}
    late = client.ask(change, {"n": number, "v": 1, "t": "theirs"})
    assert late["data"] == {"update_pest_card": None}
    assert late["errors"][0]["extensions"]["code"] == "record.stale" and late["errors"][0]["path"] == ["update_pest_card"]
    chinese = Client(server.port, client.headers["Authorization"].removeprefix("Bearer "), "zh")
    message = chinese.ask(change, {"n": number, "v": 1, "t": "theirs"})["errors"][0]["message"]
    assert any("\u4e00" <= sign <= "\u9fff" for sign in message) and "changed by" in late["errors"][0]["message"]


def hostile():
    spreads = " ".join(f"fragment f{i} on Record {{ a: linked_from {{ ...f{i + 1} }} b: linked_from {{ ...f{i + 1} }} }}" for i in range(12))
    types = "{ __schema { types " + "{ fields { type " * 8 + "{ name }" + " } }" * 8 + " } }"
    deep = "{ record(code: \"PEST-1\") " + "{ linked_from " * 20 + "{ code }" + " }" * 20 + " }"
    return {
        "cyclic fragments": ("{ record(code: \"A-1\") { ...a } } fragment a on Record { code ...b } fragment b on Record { ...a }", "graphql.fragment_cycle"),
        "ten thousand aliases": ("{" + " ".join(f"a{i}: search(text: \"x\") {{ code }}" for i in range(10_000)) + "}", "graphql.too_long"),
        "a thousand dear aliases": ("{" + " ".join(f"a{i}: search(text: \"x\") {{ code }}" for i in range(1_200)) + "}", "graphql.too_costly"),
        "too many words": ("{" + " a" * 20_000 + "}", "graphql.too_long"),
        "ten thousand times the same": ("{" + " __typename" * 7_000 + "}", "graphql.too_costly"),
        "a long text": ("{ a }" + " " * 100_001, "graphql.too_long"),
        "fragments that double": ("{ record(code: \"A-1\") { ...f0 } } " + spreads + " fragment f12 on Record { code }", "graphql.too_costly"),
        "deep nesting": (deep, "graphql.too_deep"),
        "deep lists": ("{ record(code: " + "[" * 5_000 + "]" * 5_000 + ") { code } }", "graphql.too_deep"),
        "lists of lists": ("{ search(text: \"x\", size: 500) { linked_from(size: 500) { linked_from(size: 500) { code } } } }", "graphql.too_costly"),
        "types of types": (types, "graphql.too_deep"),
        "unknown field": ("{\n  record(code: \"A-1\") { cod }\n}", "graphql.unknown_field"),
        "wrong kind": ("{ pest_card(number: \"1\") { code } }", "graphql.wrong_value"),
        "no such operation": ("subscription { a }", "graphql.operation"),
        "size": ("{ pest_card_list(size: 501) { total } }", "api.size_unfit"),
        "negative size": ("{ pest_card_list(size: -1) { total } }", "api.size_unfit"),
    }


@pytest.mark.parametrize("name", hostile())
def test_bad_input_is_refused_at_once_and_says_why(client, name):
    text, code = hostile()[name]
    started = time.perf_counter()
    error = client.ask(text)["errors"][0]
    taken = time.perf_counter() - started
    assert error["extensions"]["code"] == code, error
    assert error["message"] and taken < 5, f"{taken:.1f} s"  # of a debug build beside other tests
    if name == "unknown field":
        assert error["locations"] == [{"line": 2, "column": 25}] and "code" in error["message"]


@pytest.mark.parametrize("body, status, code", [
    (b"", 422, "api.not_json"), (b"[]", 422, "api.not_json"), (b"{", 422, "api.not_json"), (b"[" * 100_000, 422, "api.not_json"),
    (b'{"query": 1}', 422, "api.query_missing"), (b'{"query": "{a}", "variables": []}', 422, "api.not_json"),
    (b'{"query": "' + b"a" * (1 << 20) + b'"}', 413, "web.body_too_large"), (b"\xff\xfe", 422, "api.not_json")])
def test_what_is_no_request_is_refused(client, body, status, code):
    got, answer = client.send("POST", "/api/v1/graphql", body)
    assert (got, json.loads(answer)["code"]) == (status, code)


@pytest.mark.parametrize("variables, code", [
    ({}, "graphql.variable_missing"), ({"n": None}, "graphql.variable_wrong"), ({"n": "x"}, "graphql.variable_wrong"),
    ({"n": 1.5}, "graphql.variable_wrong"), ({"n": 2**40}, "graphql.variable_wrong"), ({"n": [1]}, "graphql.variable_wrong")])
def test_wrong_variables_are_refused(client, variables, code):
    answer = client.ask("query Q($n: Int!) { pest_card(number: $n) { code } }", variables)
    assert answer["errors"][0]["extensions"]["code"] == code and "data" not in answer


def test_get_reads_only_and_the_status_follows_the_media_type(client):
    status, answer = client.send("GET", address(query='mutation { comment(code: "PEST-1", text: "x") { code } }'))
    assert json.loads(answer)["errors"][0]["extensions"]["code"] == "graphql.mutation_by_get"
    own = {"Accept": "application/graphql-response+json"}
    assert client.send("POST", "/api/v1/graphql", b'{"query": "{ nothing }"}', own)[0] == 400
    assert client.send("POST", "/api/v1/graphql", b'{"query": "{ __typename }"}', own) == (200, b'{"data":{"__typename":"Query"}}')


def test_strangers_are_refused(server):
    stranger = Client(server.port, "yc_nobody")
    assert stranger.send("POST", "/api/v1/graphql", b'{"query": "{ __typename }"}')[0] == 401
