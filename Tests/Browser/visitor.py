"""What a person does on the pages: set up, sign in, go somewhere, read."""
import re

ADMINISTRATOR, PASSWORD = "周慧敏", "晨雾里的第三班渡轮准时离港"


def set_up(watched, link, name=ADMINISTRATOR, password=PASSWORD, company="海岛茶业"):
    page = watched.page
    watched.open(link)
    page.fill("input[name=name]", name)
    page.fill("input[name=password]", password)
    page.fill("input[name=again]", password)
    page.fill("input[name=company]", company)
    page.locator("form[action='/setup'] button[type=submit]").click()
    page.wait_for_url("**/welcome")
    in_english(watched)  # and back: from then on the browser remembers Chinese
    in_chinese(watched)


def sign_in(watched, name=ADMINISTRATOR, password=PASSWORD):
    watched.open("/sign-in")
    watched.page.fill("input[name=name]", name)
    watched.page.fill("input[name=password]", password)
    watched.page.locator("form[action='/sign-in'] button[type=submit]").click()
    watched.page.wait_for_load_state("networkidle")


def in_english(watched):
    watched.page.locator("button[name=language][value=en]").first.click()
    watched.page.wait_for_selector("html[lang^=en]")


def in_chinese(watched):
    watched.page.locator("button[name=language][value=zh]").first.click()
    watched.page.wait_for_selector("html[lang^=zh]")


def menu(watched):
    """The addresses and names of the navigation, in its order."""
    return watched.page.eval_on_selector_all(
        "#sidebar-menu a", "links => links.map(link => [link.getAttribute('href'), link.innerText.trim()])")


def words(watched, selector="main"):
    return watched.page.locator(selector).first.inner_text()


def chinese(text):
    return re.findall(r"[\u4e00-\u9fff]{2,}", text)


def wait_for_job(watched, seconds=300):
    """Stays on a job's page until it has ended, and says how."""
    end = watched.page.locator("main").get_by_text(re.compile("^(已完成|失败|已取消|Done|Failed|Cancelled)$")).first
    end.wait_for(timeout=seconds * 1000)
    return end.inner_text().strip()
