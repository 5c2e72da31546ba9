from setuptools import find_packages, setup

setup(
    name="guestbook",
    version="1.0",
    packages=find_packages(),
    install_requires=["pyramid>=2", "plaster_pastedeploy"],
    entry_points={"paste.app_factory": ["main = guestbook:main"]},
)
