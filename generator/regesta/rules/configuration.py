"""CFG: the site's configuration, `mkdocs.yml`. Everything here was seen where the site is framed; the rules name it."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Reason
from regesta.rules.registry import rule
from regesta.rules.survey import Survey


@rule("CFG001", Severity.ERROR)
def unreadable_configuration(survey: Survey) -> Iterator[Finding]:
    """The configuration cannot be read: it is not YAML, not UTF-8, or no file.

    ## Why
    Nothing can be told of a site whose configuration cannot be read. It may say more than the data: tags such as
    `!ENV` and `!!python/name:` are allowed in it, and so are anchors.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: A chronicle: the siege of Candia
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: "A chronicle: the siege of Candia"
    ```
    """
    return survey.refusals(Reason.SETTINGS_UNREADABLE)


@rule("CFG002", Severity.ERROR)
def unknown_setting(survey: Survey) -> Iterator[Finding]:
    """The configuration has a setting, or a plugin an option, that there is not.

    ## Why
    A misspelt setting does nothing, and nobody notices: without `site_url` citations have no address. Values of your
    own belong below `extra`.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    site_ulr: https://www.example.org/
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    site_url: https://www.example.org/
    ```
    """
    return survey.refusals(Reason.UNKNOWN_SETTING)


@rule("CFG003", Severity.ERROR)
def repeated_setting(survey: Survey) -> Iterator[Finding]:
    """A setting stands twice in one group of the configuration.

    ## Why
    Only the last of them would count, and which one that is depends on the order of the lines.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    copyright: CC BY 4.0
    site_name: The siege
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    copyright: CC BY 4.0
    ```
    """
    return survey.refusals(Reason.REPEATED_SETTING)


@rule("CFG004", Severity.ERROR)
def value_of_a_setting(survey: Survey) -> Iterator[Finding]:
    """A setting has a value that it cannot have, or one that it needs has none.

    ## Why
    A list where a text belongs, a language that the site cannot speak, a number without quotes: the build would stop,
    or the site be another than was meant.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: 1669
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: "1669"
    ```
    """
    return survey.refusals(Reason.BAD_SETTING)


@rule("CFG005", Severity.ERROR)
def setting_that_leads_nowhere(survey: Survey) -> Iterator[Finding]:
    """A setting names a page, a folder or a plugin that is not there.

    ## Why
    Readers would follow a line of the navigation to nothing. It may name a page that is written by hand, by its file in
    the folder of pages, or a generated one, such as `timeline/index.md` for `timeline/`.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    nav:
      - Timeline: timelien/index.md
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    nav:
      - Timeline: timeline/index.md
    ```
    """
    return survey.refusals(Reason.SETTING_LEADS_NOWHERE)


@rule("CFG006", Severity.ERROR)
def broken_promise(survey: Survey) -> Iterator[Finding]:
    """A setting breaks what every site promises its readers.

    ## Why
    Addresses stay for ever, no third party learns what is read, and every page works without scripts. Some settings
    would end that, so that they cannot be chosen.

    ## Wrong
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    use_directory_urls: false
    ```

    ## Right
    ```yaml
    # mkdocs.yml
    site_name: The siege of Candia
    ```
    """
    return survey.refusals(Reason.BROKEN_PROMISE)


@rule("CFG007", Severity.ERROR)
def second_home_page(survey: Survey) -> Iterator[Finding]:
    """A page is written by hand where the generated home page stands.

    ## Why
    Two pages cannot have one address. What you have to say to readers goes on a page of another name, to which the
    navigation leads.

    ## Wrong
    ```markdown
    # docs/index.md
    Welcome
    ```

    ## Right
    ```markdown
    # docs/about.md
    Welcome
    ```
    """
    return survey.refusals(Reason.SECOND_HOME)
