"""Every entry of the navigation: opens, reads in both languages, light and dark, on a phone and on paper, without serious axe findings."""
import pytest

import visitor
from conftest import PHONE

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": PHONE}


def entries(watched):
    watched.open("/me")
    found = visitor.menu(watched)
    assert len(found) >= 5 and len({path for path, _ in found}) == len(found)
    return found


def test_every_entry_opens_in_chinese(watch, administrator):
    watched = watch(state=administrator)
    for path, name in entries(watched):
        answer = watched.open(path)
        assert (path, answer.status) == (path, 200)
        assert visitor.chinese(visitor.words(watched, "h1")), f"{path}: its title is not Chinese"
        assert (path, watched.accessible()) == (path, [])
        assert (path, watched.missing_icons()) == (path, [])
        assert watched.page.locator("#sidebar-menu [aria-current]").count() == 1, f"{path}: the navigation does not show where we are"
        watched.picture(f"zh{path.replace('/', '-')}", full=True)


def test_every_entry_reads_in_english_and_dark(watch, administrator):
    watched = watch(state=administrator, color_scheme="dark")
    watched.open("/me")
    visitor.in_english(watched)
    for path, name in entries(watched):
        watched.open(path)
        assert not visitor.chinese(visitor.words(watched, "h1")) and not visitor.chinese(name), f"{path}: Chinese left in its title or name"
        assert (path, watched.accessible()) == (path, [])
        watched.picture(f"en-dark{path.replace('/', '-')}", full=True)
    visitor.in_chinese(watched)


def test_every_entry_fits_a_phone(watch, administrator):
    watched = watch(PHONE, administrator, has_touch=True)
    for path, _ in entries(watched):
        watched.open(path)
        assert (path, watched.sideways()) == (path, 0)
        assert (path, watched.accessible()) == (path, [])
        watched.picture(f"phone{path.replace('/', '-')}")


def test_the_menu_of_a_phone_opens_by_touch(watch, administrator):
    watched = watch(PHONE, administrator, has_touch=True)
    watched.open("/me")
    link = watched.page.locator("#sidebar-menu a").first
    assert not link.is_visible()
    watched.page.locator(".sidebar-toggle").tap()
    assert link.is_visible() and watched.page.locator(".sidebar-toggle").get_attribute("aria-expanded") == "true"


def test_language_and_appearance_are_remembered(watch, administrator):
    watched = watch(state=administrator)
    watched.open("/about")
    visitor.in_english(watched)
    assert watched.page.url.endswith("/about") and watched.page.locator("html").get_attribute("lang").startswith("en")
    watched.page.locator("button[name=theme]").first.click()
    watched.page.wait_for_load_state("networkidle")
    watched.open("/me")
    assert watched.page.locator("html").get_attribute("lang").startswith("en")
    assert watched.page.locator("html").get_attribute("data-bs-theme") == "dark"
    visitor.in_chinese(watched)


def test_the_keyboard_skips_to_the_content(watch, administrator):
    watched = watch(state=administrator)
    watched.open("/about")
    watched.page.keyboard.press("Tab")
    assert watched.page.evaluate("document.activeElement.className").startswith("skip-link")
    watched.page.keyboard.press("Enter")
    assert watched.page.evaluate("document.activeElement.id") == "main"


def test_pages_work_without_scripts(watch, administrator):
    watched = watch(state=administrator, java_script_enabled=False)
    watched.open("/about")
    assert visitor.chinese(visitor.words(watched)) and watched.page.locator("#sidebar-menu a").count() >= 5


@pytest.mark.parametrize("path", ["/about", "/me"])
def test_first_content_is_shown_within_half_a_second(watch, administrator, path):
    watched = watch(state=administrator)
    paints = []
    for _ in range(4):
        watched.open(path)
        paints.append(watched.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    assert min(paints) < 500, paints  # the best of four: the machine may have other work


def test_paper_shows_the_content_without_the_navigation(watch, administrator):
    watched = watch(state=administrator)
    watched.open("/about")
    watched.page.emulate_media(media="print")
    assert not watched.page.locator("#sidebar-menu").is_visible() and watched.page.locator("h1").is_visible()


def test_third_party_notices_are_shown(watch, administrator):
    watched = watch(state=administrator)
    watched.open("/about")
    shown = visitor.words(watched)
    assert all(name in shown for name in ["Tabler", "ECharts", "htmx", "DuckDB", "Apache", "MIT"])
