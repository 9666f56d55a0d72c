"""The first minutes: the one-time link, the administrator's account, signing in and out."""
import re

import pytest

import visitor


def test_before_set_up_every_page_leads_to_where_the_link_is(watch):
    watched = watch()
    watch.expected = [r"40[13]"]
    watched.open("/")
    assert watched.page.url.endswith("/setup") and "一次性链接" in visitor.words(watched)
    answer = watched.open("/setup/wrong-key")
    assert answer.status == 403 and "失效" in visitor.words(watched, "h1")
    assert watched.accessible() == []


def test_set_up_refuses_what_does_not_fit_and_keeps_what_was_typed(watch, server):
    watched = watch()
    watch.expected = [r"422"]
    watched.open(server.set_up_link())
    watched.picture("01-set-up")
    assert watched.accessible() == []
    watched.page.fill("input[name=name]", visitor.ADMINISTRATOR)
    watched.page.fill("input[name=password]", "123456789012")
    watched.page.fill("input[name=again]", "another")
    watched.page.fill("input[name=company]", "海岛茶业")
    watched.page.locator("form[action='/setup'] button[type=submit]").click()
    watched.page.wait_for_load_state("networkidle")
    assert "不一致" in visitor.words(watched) and watched.page.input_value("input[name=company]") == "海岛茶业"
    watched.page.fill("input[name=password]", "123456789012")
    watched.page.fill("input[name=again]", "123456789012")
    watched.page.locator("form[action='/setup'] button[type=submit]").click()
    watched.page.wait_for_load_state("networkidle")
    assert watched.page.url.endswith("/setup") and watched.page.locator(".field-problem, [role=alert]").count() > 0
    assert watched.accessible() == []


def test_the_link_makes_the_administrator_and_works_once(watch, server, administrator):
    watched = watch(state=administrator)
    watched.open("/welcome")
    watched.picture("02-welcome")
    assert watched.accessible() == [] and watched.missing_icons() == []
    stranger = watch()
    watch.expected = [r"40[13]"]
    stranger.open(server.set_up_link())
    assert stranger.page.url.endswith("/sign-in")


def test_a_wrong_password_says_so_and_does_not_say_which_part_is_wrong(watch, administrator):
    watched = watch()
    watch.expected = [r"4(01|22)"]
    visitor.sign_in(watched, password="not the password")
    known = visitor.words(watched, "form")
    visitor.sign_in(watched, name="没有此人", password="not the password")
    unknown = visitor.words(watched, "form")
    assert known == unknown and watched.page.url.endswith("/sign-in")


def test_signing_in_by_keyboard_and_out_again(watch, administrator):
    watched = watch()
    page = watched.page
    watched.open("/sign-in")
    watched.picture("03-sign-in")
    assert watched.accessible() == []
    assert page.evaluate("document.activeElement.name") == "name"
    page.keyboard.type(visitor.ADMINISTRATOR)
    page.keyboard.press("Tab")
    page.keyboard.type(visitor.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    session = next(cookie for name, cookie in cookies.items() if "session" in name)
    assert session["httpOnly"] and session["sameSite"] in ("Lax", "Strict")
    watched.open("/me")
    page.locator("details.person-menu summary").click()
    page.locator("form[action='/sign-out'] button").click()
    page.wait_for_url("**/sign-in")
    watched.open("/me")
    assert "/sign-in" in page.url


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_not_there_gets_a_page_in_the_readers_language(watch, administrator, language):
    watched = watch(state=administrator)
    watch.expected = [r"404"]
    watched.open("/me")
    if language == "en":
        visitor.in_english(watched)
    answer = watched.open("/no-such-page")
    assert answer.status == 404 and (len(visitor.chinese(visitor.words(watched))) > 0) == (language == "zh")
    assert re.search("找不到|Nothing found", visitor.words(watched)) and watched.accessible() == []
