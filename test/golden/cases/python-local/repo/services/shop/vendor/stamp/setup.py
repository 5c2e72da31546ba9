from setuptools import setup

setup(name="stamp", version="1.0", packages=["stamp"])
